// Tiny ImageNet (Stanford CS231n): 64x64 pictures of up to 200 classes with one box each. wnids.txt names the classes, words.txt their words;
// train/<wnid>/images with <wnid>_boxes.txt, val/images with val_annotations.txt.
namespace ConvNets.Data.Formats;

/// <summary>Reads Tiny ImageNet in its own layout, or any part of it.</summary>
public static class TinyImageNet
{
    /// <summary>Opens the folder; null where it is not of this layout.</summary>
    /// <exception cref="DataException">A list is damaged, or names a class or file that is not there.</exception>
    public static DataSplit? TryOpen(string folder)
    {
        var list = Path.Combine(folder, "wnids.txt");
        if (!File.Exists(list) || !Directory.Exists(Path.Combine(folder, "train")))
            return null;
        var numbers = DataFile.Lines(list).Where(line => line.Length > 0).ToArray();
        if (numbers.Length == 0)
            throw new DataException($"{list}: names no classes; expected one WordNet number on each line.");
        var classes = WordNet.Names(numbers, Path.Combine(folder, "words.txt"));
        return new DataSplit("tiny-imagenet", Train(folder, numbers, classes), Validation(folder, numbers, classes));
    }

    private static FileImages Train(string folder, string[] numbers, string[] classes)
    {
        var paths = new List<string>();
        var labels = new List<int>();
        var boxes = new List<Box>();
        for (var label = 0; label < numbers.Length; label++)
        {
            var home = Path.Combine(folder, "train", numbers[label]);
            foreach (var (parts, line) in Rows(Path.Combine(home, $"{numbers[label]}_boxes.txt"), 5))
            {
                paths.Add(Picture(Path.Combine(home, "images"), parts[0], line));
                labels.Add(label);
                boxes.Add(ReadBox(parts.AsSpan(1), line));
            }
        }
        return new FileImages("tiny-imagenet train", paths, labels, classes, boxes, (3, 64, 64));
    }

    private static FileImages Validation(string folder, string[] numbers, string[] classes)
    {
        var paths = new List<string>();
        var labels = new List<int>();
        var boxes = new List<Box>();
        foreach (var (parts, line) in Rows(Path.Combine(folder, "val", "val_annotations.txt"), 6))
        {
            var label = Array.IndexOf(numbers, parts[1]);
            if (label < 0)
                throw new DataException($"{line}: class {parts[1]} is not in wnids.txt.");
            paths.Add(Picture(Path.Combine(folder, "val", "images"), parts[0], line));
            labels.Add(label);
            boxes.Add(ReadBox(parts.AsSpan(2), line));
        }
        return new FileImages("tiny-imagenet val", paths, labels, classes, boxes, (3, 64, 64));
    }

    private static IEnumerable<(string[] Parts, string Where)> Rows(string file, int columns)
    {
        if (!File.Exists(file))
            throw new DataException($"The file '{file}' does not exist; unpack the Tiny ImageNet archive again.");
        var number = 0;
        foreach (var line in DataFile.Lines(file))
        {
            number++;
            if (line.Length == 0)
                continue;
            var parts = line.Split('\t');
            if (parts.Length != columns)
                throw new DataException($"{file}, line {number}: has {parts.Length} columns; expected {columns} between tabs.");
            yield return (parts, $"{file}, line {number}");
        }
    }

    private static string Picture(string folder, string name, string where) => Path.GetFileName(name) == name && name.Length > 0
        ? Path.Combine(folder, name)
        : throw new DataException($"{where}: '{name}' is not the name of a file.");

    /// <summary>The lists give the first and last pixel; a box ends at the edge after the last one.</summary>
    private static Box ReadBox(ReadOnlySpan<string> parts, string where)
    {
        Span<int> c = stackalloc int[4];
        for (var i = 0; i < 4; i++)
        {
            if (!int.TryParse(parts[i], out c[i]) || c[i] is < 0 or > 64)
                throw new DataException($"{where}: '{parts[i]}' is not a pixel of a 64x64 picture.");
        }
        return new Box(c[0], c[1], Math.Min(c[2] + 1, 64), Math.Min(c[3] + 1, 64));
    }
}
