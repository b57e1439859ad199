/** Sign-in, sessions, access rules. */
@NullMarked
package fi.hytekello.platform.security;

import org.jspecify.annotations.NullMarked;
