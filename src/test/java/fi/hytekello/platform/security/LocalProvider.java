package fi.hytekello.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * An OpenID Connect provider that lets in at once whoever the test has named. Its own, because Spring's authorization
 * server configures itself into every test context that finds it on the class path.
 */
final class LocalProvider {

    private final HttpServer server;
    private final RSAKey key;
    private volatile Map<String, Object> person = Map.of();
    private volatile String nonce = "";

    LocalProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException | JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        server.createContext("/.well-known/openid-configuration", this::describe);
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/keys", call -> answer(call, new JWKSet(key.toPublicJWK()).toJSONObject()));
        server.createContext("/end", call -> redirect(call, query(call).get("post_logout_redirect_uri")));
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Who signs in from now on. */
    void person(Map<String, Object> claims) {
        person = claims;
    }

    void stop() {
        server.stop(0);
    }

    private void describe(HttpExchange call) throws IOException {
        answer(
                call,
                Map.of(
                        "issuer",
                        issuer(),
                        "authorization_endpoint",
                        issuer() + "/authorize",
                        "token_endpoint",
                        issuer() + "/token",
                        "jwks_uri",
                        issuer() + "/keys",
                        "end_session_endpoint",
                        issuer() + "/end",
                        "subject_types_supported",
                        List.of("public"),
                        "response_types_supported",
                        List.of("code"),
                        "id_token_signing_alg_values_supported",
                        List.of("RS256")));
    }

    private void authorize(HttpExchange call) throws IOException {
        Map<String, String> asked = query(call);
        nonce = asked.get("nonce");
        redirect(call, asked.get("redirect_uri") + "?code=code&state=" + asked.get("state"));
    }

    private void token(HttpExchange call) throws IOException {
        answer(
                call,
                Map.of("access_token", "access", "token_type", "Bearer", "expires_in", 300, "id_token", idToken()));
    }

    private String idToken() {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();
        person.forEach(claims::claim);
        Instant now = Instant.now();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(),
                claims.issuer(issuer())
                        .audience("hytekello")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300)))
                        .claim("nonce", nonce)
                        .build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }

    private static Map<String, String> query(HttpExchange call) {
        Map<String, String> encoded = UriComponentsBuilder.fromUri(call.getRequestURI())
                .build(true)
                .getQueryParams()
                .toSingleValueMap();
        return encoded.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> java.net.URLDecoder.decode(entry.getValue(), StandardCharsets.UTF_8)));
    }

    private static void redirect(HttpExchange call, String address) throws IOException {
        call.getResponseHeaders().set("Location", address);
        call.sendResponseHeaders(302, -1);
        call.close();
    }

    private static void answer(HttpExchange call, Map<String, Object> body) throws IOException {
        byte[] json = JSONObjectUtils.toJSONString(body).getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(200, json.length);
        call.getResponseBody().write(json);
        call.close();
    }
}
