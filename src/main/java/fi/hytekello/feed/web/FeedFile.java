package fi.hytekello.feed.web;

import fi.hytekello.feed.FeedCalendar;
import fi.hytekello.feed.Feeds;
import fi.hytekello.platform.security.LinkToken;
import fi.hytekello.platform.web.LinkGate;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What calendar programs read: whoever has the address, may. The mark of the content lets a program that has it already
 * be answered without it.
 */
@Controller
class FeedFile {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final String ENDING = ".ics";

    private final Feeds feeds;
    private final LinkGate gate;

    FeedFile(Feeds feeds, LinkGate gate) {
        this.feeds = feeds;
        this.gate = gate;
    }

    /** @param file token, with or without the ending: a shortened address, too, is to end here and in no log */
    @GetMapping("/calendar-feeds/{file}")
    ResponseEntity<byte[]> read(@PathVariable String file, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        String token = file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file;
        if (!gate.lets(LinkGate.Caller.PROGRAM, request.getRemoteAddr(), token)) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, "60")
                    .build();
        }
        FeedCalendar calendar = feeds.read(new LinkToken(token));
        byte[] content = calendar.text().getBytes(StandardCharsets.UTF_8);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"hytekello.ics\"")
                .eTag(mark(content));
        if (calendar.changedAt() != null) {
            answer.lastModified(calendar.changedAt());
        }
        return answer.body(content);
    }

    private static String mark(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
