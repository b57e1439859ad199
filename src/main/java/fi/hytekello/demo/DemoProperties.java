package fi.hytekello.demo;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the demonstration.
 *
 * @param data where the embedded database keeps its data
 */
@ConfigurationProperties("hytekello")
record DemoProperties(@DefaultValue(".hytekello") Path data) {}
