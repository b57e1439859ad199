/** Pages of the organisations and the bodies. */
@NullMarked
package fi.hytekello.body.web;

import org.jspecify.annotations.NullMarked;
