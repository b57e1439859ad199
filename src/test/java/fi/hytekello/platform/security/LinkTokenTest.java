package fi.hytekello.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LinkTokenTest {

    @Test
    void has256RandomBitsThatAnAddressMayHave() {
        assertThat(Stream.generate(LinkToken::random)
                        .limit(100)
                        .map(LinkToken::value)
                        .collect(Collectors.toSet()))
                .hasSize(100)
                .allMatch(value -> value.matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void isKnownByItsSha256() {
        assertThat(HexFormat.of().formatHex(new LinkToken("abc").hash()))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void tellsNobodyItself() {
        LinkToken token = LinkToken.random();
        assertThat(token.toString()).doesNotContain(token.value());
    }
}
