package eu.lethe.widget.privacy;

import eu.lethe.compliance.reports.Download;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** One file of several: somebody who wrote from several browsers gets everything at once. */
final class Bundle {

    private Bundle() {}

    static Download of(List<Download> files) {
        if (files.size() == 1) {
            return files.get(0);
        }
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            int number = 1;
            for (Download file : files) {
                zip.putNextEntry(new ZipEntry(number++ + "-" + file.name()));
                zip.write(file.bytes());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Download("personal-data.zip", "application/zip", bytes.toByteArray());
    }
}
