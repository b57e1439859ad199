package fi.hytekello.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server that does at every step what a test tells it, and keeps what it has accepted. */
final class ScriptedServer implements AutoCloseable {

    /** Where a dialogue has come to; CONTENT is in the middle of the content, END at its final dot. */
    enum Step {
        GREETING,
        SENDER,
        RECIPIENT,
        DATA,
        CONTENT,
        END
    }

    /** Decides what happens at a step: null for the usual. */
    interface Script {
        @Nullable
        Act at(Step step, String recipient);
    }

    /** What a server can do. */
    record Act(@Nullable String answer, boolean accepts, boolean hangsUp) {

        static final Act HANG_UP = new Act(null, false, true);
        /** Takes the mail and hangs up before it has said so. */
        static final Act ACCEPT_AND_HANG_UP = new Act(null, true, true);

        static final Act SILENCE = new Act(null, false, false);

        static Act say(String answer) {
            return new Act(answer, false, false);
        }
    }

    /** A mail as it was accepted. */
    record Received(String recipient, String content) {

        private static final Pattern TASK = Pattern.compile("/tasks/(\\S+)");

        String id() {
            try {
                return message().getMessageID();
            } catch (MessagingException malformed) {
                throw new IllegalStateException(malformed);
            }
        }

        MimeMessage message() {
            try {
                return new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
            } catch (MessagingException malformed) {
                throw new IllegalStateException(malformed);
            }
        }

        /** The plain part of a mail without attachments. */
        String text() {
            try {
                MimeMultipart parts = (MimeMultipart) message().getContent();
                return parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n");
            } catch (MessagingException | IOException malformed) {
                throw new IllegalStateException(malformed);
            }
        }

        /** Ids of the tasks that it leads to. */
        List<String> tasks() {
            return TASK.matcher(text()).results().map(found -> found.group(1)).toList();
        }
    }

    private static final int LINES_BEFORE_THE_MIDDLE = 15;

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Set<Socket> lines = ConcurrentHashMap.newKeySet();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile Script script = (step, recipient) -> null;

    ScriptedServer() throws IOException {
        Thread thread = new Thread(this::listen, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    void play(Script next) {
        script = next;
    }

    /** From now on it does what every good server does. */
    void behave() {
        script = (step, recipient) -> null;
    }

    int port() {
        return socket.getLocalPort();
    }

    JavaMailSenderImpl sender() {
        return sender(port());
    }

    static JavaMailSenderImpl sender(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", "1000");
        properties.setProperty("mail.smtp.timeout", "1000");
        properties.setProperty("mail.smtp.writetimeout", "1000");
        sender.setJavaMailProperties(properties);
        return sender;
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    List<String> receivedIds() {
        return received.stream().map(Received::id).sorted().toList();
    }

    /** How often somebody has connected. */
    int calls() {
        return calls.get();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket line = socket.accept();
                calls.incrementAndGet();
                lines.add(line);
                Thread thread = new Thread(() -> serve(line), "scripted-smtp-line");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket line) {
        try (line) {
            line.setTcpNoDelay(true);
            new Dialogue(line).talk();
        } catch (IOException | UncheckedIOException cut) {
            // The client or the test has gone.
        } finally {
            lines.remove(line);
        }
    }

    /** One connection. */
    private final class Dialogue {

        private final BufferedReader in;
        private final OutputStream out;
        private String recipient = "";
        private boolean open = true;

        Dialogue(Socket line) throws IOException {
            in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
            out = line.getOutputStream();
        }

        void talk() throws IOException {
            reach(Step.GREETING, "220 ready");
            String command = open ? in.readLine() : null;
            while (command != null) {
                obey(command);
                command = open ? in.readLine() : null;
            }
        }

        private void obey(String command) throws IOException {
            String verb = command.toUpperCase(Locale.ROOT);
            if (verb.startsWith("MAIL")) {
                reach(Step.SENDER, "250 OK");
            } else if (verb.startsWith("RCPT")) {
                recipient = command.replaceAll(".*<(.*)>.*", "$1");
                reach(Step.RECIPIENT, "250 OK");
            } else if (verb.startsWith("DATA")) {
                if (reach(Step.DATA, "354 go on") == null) {
                    takeContent();
                }
            } else if (verb.startsWith("QUIT")) {
                say("221 bye");
                open = false;
            } else {
                say("250 OK");
            }
        }

        private void takeContent() throws IOException {
            StringBuilder content = new StringBuilder();
            int number = 0;
            for (String text = in.readLine(); !".".equals(text); text = in.readLine()) {
                if (text == null || (++number == LINES_BEFORE_THE_MIDDLE && reach(Step.CONTENT, null) != null)) {
                    open = false;
                    return;
                }
                content.append(text.startsWith("..") ? text.substring(1) : text).append('\n');
            }
            Act act = script.at(Step.END, recipient);
            if (act == null || act.accepts()) {
                received.add(new Received(recipient, content.toString()));
            }
            perform(act == null ? Act.say("250 taken") : act);
        }

        private @Nullable Act reach(Step step, @Nullable String usual) throws IOException {
            Act act = script.at(step, recipient);
            if (act != null) {
                perform(act);
            } else if (usual != null) {
                say(usual);
            }
            return act;
        }

        private void perform(Act act) throws IOException {
            if (act.answer() != null) {
                say(act.answer());
                open = open && !act.answer().startsWith("421");
            }
            open = open && !act.hangsUp();
        }

        private void say(String answer) throws IOException {
            out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket line : lines) {
            line.close();
        }
    }
}
