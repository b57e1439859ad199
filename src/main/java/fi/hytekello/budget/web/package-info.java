/** Pages of finance, the departments and the manager while the budget is made, and its annex. */
@NullMarked
package fi.hytekello.budget.web;

import org.jspecify.annotations.NullMarked;
