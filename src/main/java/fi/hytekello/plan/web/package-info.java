/** Task pages of proposals, measure reports and the welfare report. */
@NullMarked
package fi.hytekello.plan.web;

import org.jspecify.annotations.NullMarked;
