import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Reads books as a stream, front to back, as reading systems do that never look at the directory at the end of a zip.
 * It refuses what such a reader cannot open, stored members with a data descriptor among them, which EPUBCheck accepts.
 *
 * <p>Run from its source: {@code java ZipSmoke.java BOOK.epub…}
 */
class ZipSmoke {
    public static void main(String[] books) {
        if (books.length == 0) {
            System.err.println("usage: java ZipSmoke.java BOOK.epub…");
            System.exit(2);
        }
        boolean failed = false;
        for (String book : books) {
            try {
                System.out.println("zip: " + book + ": " + check(Path.of(book)) + " members");
            } catch (IOException e) {
                System.err.println("zip: " + book + ": " + e);
                failed = true;
            }
        }
        System.exit(failed ? 1 : 0);
    }

    static int check(Path book) throws IOException {
        List<String> streamed = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(book)))) {
            for (ZipEntry member; (member = zip.getNextEntry()) != null; ) {
                byte[] content = zip.readAllBytes(); // checks size and sum
                if (streamed.isEmpty()) {
                    require(member.getName().equals("mimetype"), "the first member is " + member.getName());
                    require(member.getMethod() == ZipEntry.STORED, "mimetype is compressed");
                    require(member.getExtra() == null, "mimetype has an extra field");
                    String type = new String(content, StandardCharsets.UTF_8);
                    require(type.equals("application/epub+zip"), "mimetype says " + type);
                }
                streamed.add(member.getName());
            }
        }
        List<String> listed = new ArrayList<>();
        try (ZipFile zip = new ZipFile(book.toFile())) {
            zip.stream().forEach(member -> listed.add(member.getName()));
        }
        require(streamed.equals(listed), "the stream holds " + streamed + ", the directory " + listed);
        require(streamed.stream().distinct().count() == streamed.size(), "a name is there twice: " + streamed);
        return streamed.size();
    }

    static void require(boolean ok, String otherwise) throws IOException {
        if (!ok) {
            throw new IOException(otherwise);
        }
    }
}
