/** What the municipality plans and reports: goals, the departments' measures, the welfare report and its versions. */
@NullMarked
package fi.hytekello.plan;

import org.jspecify.annotations.NullMarked;
