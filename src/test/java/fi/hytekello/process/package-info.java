/** The paths through the process models on a real engine, without the domain behind them. */
@NullMarked
package fi.hytekello.process;

import org.jspecify.annotations.NullMarked;
