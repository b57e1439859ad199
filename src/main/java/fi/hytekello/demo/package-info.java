/** What only the demonstration needs: its database, mail server, people, clock and simulated year. */
@NullMarked
package fi.hytekello.demo;

import org.jspecify.annotations.NullMarked;
