package io.sseagent.core.config;

/**
 * The address to listen on, checked by its form alone: asking the resolver would open sockets inside {@code premain}. A
 * name that does not resolve shows when the endpoint starts.
 */
final class HostType implements ValueType<String> {
    private static final int MAX_LENGTH = 253;

    @Override
    public String parse(String text) {
        boolean bracketed = text.startsWith("[") && text.endsWith("]");
        String host = bracketed ? text.substring(1, text.length() - 1) : text;
        if (host.isEmpty() || host.length() > MAX_LENGTH) {
            return null;
        }
        if (bracketed || host.indexOf(':') >= 0) {
            return isIpv6(host) ? host : null;
        }
        return consistsOf(host, "0123456789.") ? (isIpv4(host) ? host : null) : (isName(host) ? host : null);
    }

    @Override
    public String accepted() {
        return "a host name or an IP address, without port";
    }

    private static boolean isIpv6(String host) {
        int zone = host.indexOf('%');
        String address = zone < 0 ? host : host.substring(0, zone);
        // two colons at least, so that "127.0.0.1:80" and "cafe:80" are not taken for addresses
        return address.indexOf(':') != address.lastIndexOf(':')
                && consistsOf(address, "0123456789abcdefABCDEF:.")
                && (zone < 0 || isName(host.substring(zone + 1)));
    }

    private static boolean isIpv4(String host) {
        String[] parts = host.split("\\.", -1);
        for (String part : parts) {
            if (part.isEmpty() || part.length() > 3 || Integer.parseInt(part) > 255) {
                return false;
            }
        }
        return parts.length == 4;
    }

    private static boolean isName(String host) {
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letterOrDigit && (i == 0 || "-_.".indexOf(c) < 0)) {
                return false;
            }
        }
        return !host.isEmpty() && !host.contains("..");
    }

    private static boolean consistsOf(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
