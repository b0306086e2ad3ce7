package io.sseagent.core.parser;

import static io.sseagent.core.parser.RecordingListener.event;
import static io.sseagent.core.parser.RecordingListener.id;
import static io.sseagent.core.parser.RecordingListener.retry;
import static io.sseagent.core.parser.RecordingListener.truncated;
import static io.sseagent.core.parser.RecordingListener.withoutData;
import static io.sseagent.core.parser.StreamCase.row;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventStreamParserTest {
    private static final String BOM = "\u00EF\u00BB\u00BF";
    private static final int DATA = Field.DATA.mask();
    private static final int EVENT = Field.EVENT.mask();
    private static final int ID = Field.ID.mask();
    private static final int RETRY = Field.RETRY.mask();
    private static final int UNKNOWN = Field.UNKNOWN.mask();

    @ParameterizedTest
    @MethodSource({"lines", "byteOrderMarks", "fields", "ids", "retries", "blocks", "ends"})
    void isReadAsABrowserWouldHoweverItIsCut(StreamCase streamCase) {
        streamCase.verifyEveryCut();
    }

    static Stream<StreamCase> lines() {
        return Stream.of(
                row("nothing at all", ""),
                row("LF", "data:a\n\ndata:b\n\n", event("", 1, 8), event("", 1, 8)),
                row("CR", "data:a\r\rdata:b\r\r", event("", 1, 8), event("", 1, 8)),
                row("CRLF", "data:a\r\n\r\ndata:b\r\n\r\n", event("", 1, 9), event("", 1, 9)),
                row("all three mixed", "data:a\r\ndata:b\ndata:c\r\rdata:d\n\r\n", event("", 5, 23), event("", 1, 8)),
                row("LF CR is two line ends", "data:a\n\rdata:b\n\n", event("", 1, 8), event("", 1, 8)),
                row("one LF only is swallowed after a CR", "data:a\r\n\n", event("", 1, 9)),
                row("a CR dispatches at once", "data:a\n\r", event("", 1, 8)),
                row("empty lines alone", "\n\r\n\r\r\n\n"),
                row("VT and FF end no line", "data:a\u000Bb\fc\n\n", event("", 5, 12)),
                row("NEL and U+2028 end no line", "data:\u00C2\u0085\u00E2\u0080\u00A8\n\n", event("", 5, 12)),
                row(
                        "TAB, NUL and bytes above 127 in data",
                        "data:\t\0\t\0\t\0\t\0\t\u00FF\u0080\n\n",
                        event("", 11, 18)),
                row(
                        "a line end at each place of a word of eight bytes",
                        "data:\ndata:1\ndata:12\ndata:123\ndata:1234\ndata:12345\ndata:123456\ndata:1234567\n\n",
                        event("", 35, 77)));
    }

    static Stream<StreamCase> byteOrderMarks() {
        return Stream.of(
                row("a BOM is dropped", BOM + "data:a\n\n", event("", 1, 8)),
                row("a BOM before a comment", BOM + ":\n", "comment"),
                row("a BOM before a CRLF", BOM + "\r\ndata:a\n\n", event("", 1, 8)),
                row("a second BOM is part of a name", BOM + BOM + "data:a\n\n", withoutData(UNKNOWN, 11)),
                row("a BOM on the second line is part of a name", "\n" + BOM + "data:a\n\n", withoutData(UNKNOWN, 11)),
                row("a BOM after a space is none", " " + BOM + "data:a\n\n", withoutData(UNKNOWN, 12)),
                row("two thirds of a BOM are none", "\u00EF\u00BBdata:a\n\n", withoutData(UNKNOWN, 10)),
                row("a BOM cut by a line end is none", "\u00EF\u00BB\n\u00BFdata:a\n\n", withoutData(UNKNOWN, 12)),
                row("a BOM in data is data", "data:" + BOM + "\n\n", event("", 3, 10)),
                row("a BOM and no more", BOM));
    }

    static Stream<StreamCase> fields() {
        return Stream.of(
                row("one space after the colon is dropped", "data:  a\n\n", event("", 2, 10)),
                row("a TAB after the colon is not", "data:\ta\n\n", event("", 2, 9)),
                row("a space before the colon makes another name", "data :a\n\n", withoutData(UNKNOWN, 9)),
                row("a space before the name makes another name", " data:a\n\n", withoutData(UNKNOWN, 9)),
                row("case matters", "Data:a\nDATA:a\n\n", withoutData(UNKNOWN, 15)),
                row("a NUL makes another name", "data\0:a\n\0data:a\n\n", withoutData(UNKNOWN, 17)),
                row("a longer name is another name", "datax:a\neventually:b\nretry0:1\n\n", withoutData(UNKNOWN, 31)),
                row("also one that ends like a name", "\0\0\0\u0001data:a\n\n", withoutData(UNKNOWN, 12)),
                row("the start of a name is another name", "dat:a\nd\n\n", withoutData(UNKNOWN, 9)),
                row("later colons belong to the value", "data::a: b:\n\n", event("", 6, 13)),
                row("no colon, no value", "data\n\n", event("", 0, 6)),
                row("two lines without a colon", "data\ndata\n\n", event("", 1, 11)),
                row("a colon, no value", "data:\n\n", event("", 0, 7)),
                row("a colon, one space, no value", "data: \n\n", event("", 0, 8)),
                row("unknown fields are ignored", "foo:1\ndata:a\nbar\n\n", event("", 1, 18)),
                row("the last event wins", "event:a\nevent: b\ndata:c\n\n", event("b", 1, 25)),
                row("an empty event takes the type back", "event:a\nevent\ndata:c\n\n", event("", 1, 22)),
                row("the type is for one event", "event:a\ndata:b\n\ndata:c\n\n", event("a", 1, 16), event("", 1, 8)),
                row("a type of one space after the dropped one", "event:  \ndata:b\n\n", event(" ", 1, 17)),
                row("message by name", "event:message\ndata:b\n\n", event("message", 1, 22)),
                row("the end marker of LLM streams is data", "data: [DONE]\n\n", event("", 6, 14)));
    }

    static Stream<StreamCase> ids() {
        return Stream.of(
                row("an id comes before its event", "data:a\nid: 1\n\n", id("1"), event("", 1, 14)),
                row("the last id wins", "id:1\nid:2\ndata:a\n\n", id("2"), event("", 1, 18)),
                row(
                        "an id may be empty",
                        "id:1\n\nid\ndata:a\n\n",
                        id("1"),
                        withoutData(ID, 6),
                        id(""),
                        event("", 1, 11)),
                row("an id with a NUL is ignored", "id:a\0b\ndata:a\n\n", event("", 1, 15)),
                row("also when the NUL is the first or last", "id:\0a\nid:b\0\ndata:a\n\n", event("", 1, 20)),
                row("the id before it stays", "id:1\nid:2\0\ndata:a\n\n", id("1"), event("", 1, 19)),
                row("a good one after it counts", "id:1\0\nid:2\ndata:a\n\n", id("2"), event("", 1, 19)),
                row("an id in UTF-8", "id:\u00E2\u0080\u00A6\n\n", id("\u2026"), withoutData(ID, 8)),
                row(
                        "blocks without an id commit none",
                        "id:1\ndata:a\n\ndata:b\n\n",
                        id("1"),
                        event("", 1, 13),
                        event("", 1, 8)));
    }

    static Stream<StreamCase> retries() {
        return Stream.of(
                row("digits", "retry: 3000\n\n", retry(3000), withoutData(RETRY, 13)),
                row("leading zeros", "retry:007\n\n", retry(7), withoutData(RETRY, 11)),
                row("zero", "retry:0\n\n", retry(0), withoutData(RETRY, 9)),
                row(
                        "it takes effect before its block ends",
                        "retry:1\nretry:2\n",
                        retry(1),
                        retry(2),
                        truncated(RETRY, 16)),
                row(
                        "anything else is ignored",
                        "retry:1x\nretry:-1\nretry:+1\nretry:1.5\nretry:1 \n\n",
                        withoutData(RETRY, 47)),
                row("two spaces are one too many", "retry:  1\n\n", withoutData(RETRY, 11)),
                row("no digit is no number", "retry\nretry:\nretry: \n\n", withoutData(RETRY, 22)),
                row("other digits are none", "retry:\u00D9\u00A1\n\n", withoutData(RETRY, 10)),
                row(
                        "the largest but one",
                        "retry:9223372036854775806\n\n",
                        retry(Long.MAX_VALUE - 1),
                        withoutData(RETRY, 27)),
                row("the largest", "retry:9223372036854775807\n\n", retry(Long.MAX_VALUE), withoutData(RETRY, 27)),
                row("more saturates", "retry:9223372036854775808\n\n", retry(Long.MAX_VALUE), withoutData(RETRY, 27)),
                row(
                        "much more saturates",
                        "retry:18446744073709551617000\n\n",
                        retry(Long.MAX_VALUE),
                        withoutData(RETRY, 31)),
                row("much more and a letter is ignored", "retry:18446744073709551617000x\n\n", withoutData(RETRY, 32)),
                row("an unfinished line advises nothing", "retry:30", truncated(RETRY, 8)));
    }

    static Stream<StreamCase> blocks() {
        return Stream.of(
                row("a comment", ":\n", "comment"),
                row("a heartbeat with an empty line", ": ping\n\n", "comment"),
                row("a comment does not end a block", "data:a\n:b\ndata:c\n\n", "comment", event("", 3, 18)),
                row("a comment opens a block", ":b\r\ndata:c\n\n", "comment", event("", 1, 12)),
                row("a comment that reads like a field", ":data:a\n\n", "comment"),
                row("an event without data", "event: done\n\n", withoutData(EVENT, 13)),
                row("its type does not leak", "event:a\n\ndata:b\n\n", withoutData(EVENT, 9), event("", 1, 8)),
                row("an id without data is committed", "id:1\n\n", id("1"), withoutData(ID, 6)),
                row(
                        "all but data",
                        "event:a\nid:1\nretry:2\nx\n\n",
                        retry(2),
                        id("1"),
                        withoutData(EVENT | ID | RETRY | UNKNOWN, 24)),
                row("more empty lines end nothing", "data:a\n\n\n\ndata:b\n\n", event("", 1, 8), event("", 1, 8)),
                row("data of two empty lines", "data:\ndata:\n\n", event("", 1, 13)));
    }

    static Stream<StreamCase> ends() {
        return Stream.of(
                row("before the empty line", "data:a\n", truncated(DATA, 7)),
                row("inside a value", "data:a\n\ndata:bc", event("", 1, 8), truncated(DATA, 7)),
                row("after a name", "data", truncated(DATA, 4)),
                row("inside a name", "dat", truncated(UNKNOWN, 3)),
                row("inside a BOM", "\u00EF\u00BB", truncated(UNKNOWN, 2)),
                row(
                        "the id of the block is lost",
                        "id:1\n\nid:2\ndata:a\n",
                        id("1"),
                        withoutData(ID, 6),
                        truncated(ID | DATA, 12)),
                row("after a comment", "data:a\n\n:b\n", event("", 1, 8), "comment"),
                row("inside a comment", "data:a\n\n:b", event("", 1, 8)),
                row("inside a comment inside a block", "data:a\n:b", truncated(DATA, 9)),
                row("between CR and LF", "data:a\r", truncated(DATA, 7)));
    }
}
