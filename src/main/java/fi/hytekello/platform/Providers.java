package fi.hytekello.platform;

import jakarta.mail.util.StreamProvider;
import java.util.Properties;
import javax.xml.transform.TransformerFactory;

/**
 * Names the implementations that libraries otherwise look for in every jar, again and again: for each part of a Word file
 * or spreadsheet, for each part and header of a mail. That took more time than writing them.
 */
public final class Providers {

    private Providers() {}

    /** Before the first document and mail; what the command line names stays. */
    public static void name() {
        Properties system = System.getProperties();
        system.putIfAbsent(
                TransformerFactory.class.getName(),
                TransformerFactory.newDefaultInstance().getClass().getName());
        system.putIfAbsent(
                StreamProvider.class.getName(),
                StreamProvider.provider().getClass().getName());
    }
}
