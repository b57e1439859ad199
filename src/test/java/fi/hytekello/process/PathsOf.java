package fi.hytekello.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tests of one model; together they must visit every element and every flow of it. They may ask for a {@link Walk}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PathsExtension.class)
@interface PathsOf {

    /** The id of the process. */
    String value();
}
