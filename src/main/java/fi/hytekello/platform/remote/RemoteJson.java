package fi.hytekello.platform.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/**
 * Reads JSON from another system: says who asks, waits between its requests, gives up in time, reads no more than it may,
 * and asks again where a failure may have passed. Follows no redirects.
 */
public final class RemoteJson {

    private static final int MEGABYTE = 1024 * 1024;

    private final Settings settings;
    private final Pause pause;
    private final RestClient client;
    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * How to ask.
     *
     * @param userAgent who asks, with a contact
     * @param connect how long a connection may take
     * @param read how long an answer may take
     * @param between pause before each request; four times as long before each next try
     * @param tries at most, 1 for no second
     * @param mostBytes of an answer
     */
    public record Settings(
            String userAgent, Duration connect, Duration read, Duration between, int tries, int mostBytes) {}

    public RemoteJson(Settings settings, Pause pause) {
        this.settings = settings;
        this.pause = pause;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(settings.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        requests.setReadTimeout(settings.read());
        this.client = RestClient.builder()
                .requestFactory(requests)
                .defaultHeader(HttpHeaders.USER_AGENT, settings.userAgent())
                .defaultHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
                .build();
    }

    /** @throws RemoteFailure when the last try gave no JSON either */
    public JsonNode get(URI address) {
        wait(settings.between());
        for (int tries = 1; ; tries++) {
            try {
                return ask(address);
            } catch (RemoteFailure failure) {
                if (tries >= settings.tries() || !failure.isPassing()) {
                    throw failure;
                }
                wait(settings.between().multipliedBy(4L * tries));
            }
        }
    }

    private JsonNode ask(URI address) {
        try {
            return Objects.requireNonNull(client.get().uri(address).exchange((request, answer) -> read(answer)));
        } catch (ResourceAccessException unreachable) {
            throw isTimeout(unreachable)
                    ? new RemoteFailure(RemoteFailure.Kind.TIMEOUT, "", unreachable)
                    : new RemoteFailure(RemoteFailure.Kind.UNREACHABLE, "", unreachable);
        }
    }

    private JsonNode read(ClientHttpResponse answer) throws IOException {
        int status = answer.getStatusCode().value();
        if (status != 200) {
            throw new RemoteFailure(RemoteFailure.Kind.STATUS, Integer.toString(status));
        }
        MediaType type = answer.getHeaders().getContentType();
        if (type != null
                && !type.getSubtype().equals("json")
                && !type.getSubtype().endsWith("+json")) {
            throw new RemoteFailure(RemoteFailure.Kind.NOT_JSON, type.getType() + "/" + type.getSubtype());
        }
        try (InputStream body = new BoundedStream(answer.getBody(), settings.mostBytes())) {
            byte[] content = body.readAllBytes();
            return json.readTree(content);
        } catch (BoundedStream.TooLong large) {
            throw new RemoteFailure(
                    RemoteFailure.Kind.TOO_LARGE, Integer.toString(settings.mostBytes() / MEGABYTE), large);
        } catch (JsonProcessingException malformed) {
            throw new RemoteFailure(RemoteFailure.Kind.BROKEN, "", malformed);
        }
    }

    private static boolean isTimeout(@Nullable Throwable failure) {
        return failure != null && (failure instanceof HttpTimeoutException || isTimeout(failure.getCause()));
    }

    private void wait(Duration howLong) {
        try {
            pause.pause(howLong);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new RemoteFailure(RemoteFailure.Kind.UNREACHABLE, "", stopping);
        }
    }
}
