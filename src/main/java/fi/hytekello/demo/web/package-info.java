/** The demo's mailbox and clock. */
@NullMarked
package fi.hytekello.demo.web;

import org.jspecify.annotations.NullMarked;
