package io.sseagent.dist;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sseagent.tooling.InstrumentationModule;
import io.sseagent.tooling.TapList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs the merged jar into the released one: {@link JarLayout} says where things go, {@link ReachableClasses} what of some
 * libraries stays. The same input gives the same bytes, in any time zone.
 */
public final class AgentJarPacker {
    private final Map<String, byte[]> entries = new TreeMap<String, byte[]>();
    private final long timestampMillis;

    private AgentJarPacker(Instant timestamp) {
        // a zip holds local time without a zone
        timestampMillis = LocalDateTime.ofInstant(timestamp, ZoneOffset.UTC)
                .atZone(ZoneId.systemDefault())
                .toInstant()
                .toEpochMilli();
    }

    /** Arguments: merged jar, folder of files to add, jar to write, version, ISO timestamp. */
    public static void main(String[] arguments) throws IOException {
        AgentJarPacker packer = new AgentJarPacker(Instant.parse(arguments[4]));
        packer.addMerged(Paths.get(arguments[0]));
        packer.listTaps();
        packer.bundleSeldomRead();
        packer.addFolder(Paths.get(arguments[1]));
        packer.write(Paths.get(arguments[2]), arguments[3]);
    }

    private void addMerged(Path merged) throws IOException {
        Map<String, byte[]> content = new TreeMap<String, byte[]>();
        try (JarFile jar = new JarFile(merged.toFile(), false)) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (!entry.isDirectory()) {
                    content.put(JarLayout.relocated(entry.getName()), read(jar.getInputStream(entry)));
                }
            }
        }
        for (String library : JarLayout.STRIPPED) {
            content.keySet().removeAll(ReachableClasses.unreached(content, library));
        }
        for (Map.Entry<String, byte[]> entry : content.entrySet()) {
            String target = JarLayout.target(entry.getKey());
            if (target != null) {
                byte[] bytes = entry.getValue();
                entries.put(target, JarLayout.isLibraryClass(entry.getKey()) ? LocalVariableTables.drop(bytes) : bytes);
            }
        }
        for (String folder : JarLayout.folders(entries.keySet())) {
            entries.put(folder, new byte[0]);
        }
    }

    private void listTaps() {
        String list = TapList.render(ServiceLoader.load(InstrumentationModule.class));
        entries.put(JarLayout.inFolder(TapList.RESOURCE), list.getBytes(UTF_8));
        entries.remove(JarLayout.inFolder("META-INF/services/" + InstrumentationModule.class.getName()));
    }

    private void addFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).collect(Collectors.toList());
        }
        for (Path file : files) {
            entries.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
    }

    private void bundleSeldomRead() throws IOException {
        Map<String, ByteArrayOutputStream> bytesByZip = new TreeMap<String, ByteArrayOutputStream>();
        Map<String, ZipOutputStream> zips = new TreeMap<String, ZipOutputStream>();
        for (Iterator<Map.Entry<String, byte[]>> each = entries.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<String, byte[]> entry = each.next();
            String name = JarLayout.zip(entry.getKey());
            if (name != null) {
                if (!zips.containsKey(name)) {
                    bytesByZip.put(name, new ByteArrayOutputStream());
                    zips.put(name, new ZipOutputStream(bytesByZip.get(name)));
                }
                put(zips.get(name), JarLayout.nameInZip(entry.getKey()), entry.getValue(), true);
                each.remove();
            }
        }
        for (Map.Entry<String, ZipOutputStream> zip : zips.entrySet()) {
            zip.getValue().close();
            entries.put(zip.getKey(), bytesByZip.get(zip.getKey()).toByteArray());
        }
    }

    private void write(Path path, String version) throws IOException {
        try (OutputStream out = Files.newOutputStream(path);
                JarOutputStream jar = new JarOutputStream(out)) {
            // the tools of the JDK expect it first
            put(jar, JarFile.MANIFEST_NAME, JarLayout.manifest(version).getBytes(UTF_8), false);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                put(jar, entry.getKey(), entry.getValue(), JarLayout.isStored(entry.getKey()));
            }
        }
    }

    private void put(ZipOutputStream zip, String name, byte[] content, boolean stored) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(timestampMillis);
        if (stored) {
            CRC32 crc = new CRC32();
            crc.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] read(InputStream stream) throws IOException {
        try (InputStream in = stream) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                bytes.write(buffer, 0, count);
            }
            return bytes.toByteArray();
        }
    }
}
