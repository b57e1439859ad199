package fi.hytekello.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server that accepts everything, but cuts the line when it hears one address. */
final class HangingUpServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final String hated;

    HangingUpServer(String hated) throws IOException {
        this.hated = hated;
        Thread thread = new Thread(this::serve, "hanging-up-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    JavaMailSenderImpl sender() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(socket.getLocalPort());
        return sender;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket line = socket.accept()) {
                talk(line);
            } catch (IOException cut) {
                // The client or the test has gone; the next call is served.
            }
        }
    }

    private void talk(Socket line) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = line.getOutputStream();
        say(out, "220 ready");
        for (String command = in.readLine(); command != null; command = in.readLine()) {
            String verb = command.toUpperCase(Locale.ROOT);
            if (command.contains(hated)) {
                return;
            }
            if (verb.startsWith("QUIT")) {
                say(out, "221 bye");
                return;
            }
            if (verb.startsWith("DATA")) {
                say(out, "354 go on");
                while (!".".equals(in.readLine())) {
                    // The content does not matter.
                }
            }
            say(out, "250 OK");
        }
    }

    private static void say(OutputStream out, String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
