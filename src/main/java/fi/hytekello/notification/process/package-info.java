/** What the models ask of reminders and escalations, and the decision table behind them. */
@NullMarked
package fi.hytekello.notification.process;

import org.jspecify.annotations.NullMarked;
