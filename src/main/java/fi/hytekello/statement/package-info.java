/**
 * Statements of the advisory councils and invited organisations on a version of the welfare report (kuntalaki 410/2015
 * §§ 22, 26–28; R1-08): the register of those asked, the request, the statements and the replies.
 */
@NullMarked
package fi.hytekello.statement;

import org.jspecify.annotations.NullMarked;
