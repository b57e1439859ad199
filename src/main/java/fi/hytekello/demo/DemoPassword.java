package fi.hytekello.demo;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The one password of all demo users: {@code HYTEKELLO_DEMO_PASSWORD} or, without it, drawn at the first start and
 * kept in a file that only the owner can read.
 */
@Component
@Conditional(DemoOn.class)
class DemoPassword {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final String value;
    private final boolean changed;

    DemoPassword(Environment environment, DemoProperties demo) throws IOException {
        Path file = demo.home().resolve("password");
        String before = Files.exists(file) ? Files.readString(file).strip() : "";
        String chosen = environment.getProperty("hytekello.demo.password", "").strip();
        value = !chosen.isEmpty() ? chosen : !before.isEmpty() ? before : drawn();
        changed = !before.isEmpty() && !value.equals(before);
        if (!value.equals(before)) {
            write(file);
        }
    }

    String value() {
        return value;
    }

    /** True when the users of an earlier start have another one. */
    boolean changed() {
        return changed;
    }

    private void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        FileAttribute<?>[] ownerOnly =
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        try (var channel = Files.newByteChannel(
                file,
                Set.of(java.nio.file.StandardOpenOption.CREATE_NEW, java.nio.file.StandardOpenOption.WRITE),
                ownerOnly)) {
            channel.write(java.nio.charset.StandardCharsets.UTF_8.encode(value + "\n"));
        }
    }

    private static String drawn() {
        StringBuilder password = new StringBuilder();
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < 14; i++) {
            password.append(i == 4 || i == 9 ? "-" : LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
