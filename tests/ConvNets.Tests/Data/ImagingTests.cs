using System.Text.Json;
using ConvNets.Data;
using ConvNets.Data.Imaging;

namespace Tests.Data;

public class ImagingTests
{
    internal sealed record Case(string File, int Width, int Height, uint Crc)
    {
        public byte[] Bytes => Convert.FromBase64String(File);
    }

    internal static Dictionary<string, Case> Cases { get; } = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Golden", "pictures.json"))).RootElement.EnumerateObject()
        .Where(entry => entry.Value.ValueKind == JsonValueKind.Object)
        .ToDictionary(entry => entry.Name, entry => entry.Value.Deserialize<Case>(JsonSerializerOptions.Web)!);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_decodes_to_the_pixels_that_pillow_reads(string name)
    {
        var expected = Cases[name];
        var picture = ImageDecoder.Decode(expected.Bytes, name).ToRgb();
        Assert.Equal((expected.Width, expected.Height), (picture.Width, picture.Height));
        Assert.Equal(expected.Crc, Crc32.Append(0, picture.Planes));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_written_png_reads_back_as_it_was(int channels)
    {
        var planes = new byte[channels * 19 * 23];
        for (var i = 0; i < planes.Length; i++)
            planes[i] = (byte)(i * i / 7 + i);
        var back = ImageDecoder.Decode(PngWriter.Encode(new Bitmap(23, 19, channels, planes)));
        Assert.Equal((23, 19, channels), (back.Width, back.Height, back.Channels));
        Assert.Equal(planes, back.Planes);
    }

    [Fact]
    public void Transparency_becomes_alpha()
    {
        var picture = ImageDecoder.Decode(Cases["png palette 2"].Bytes);
        Assert.Equal(4, picture.Channels);
        Assert.Contains((byte)128, picture.Plane(3).ToArray());
        Assert.Equal(1, ImageDecoder.Decode(Cases["png with a transparent colour"].Bytes).Plane(3).ToArray().Count(a => a == 0));
    }

    [Fact]
    public void The_inverse_dct_agrees_with_the_exact_transform()
    {
        var draw = new Draw(4);
        var ones = Enumerable.Repeat((short)1, 64).ToArray();
        for (var trial = 0; trial < 50; trial++)
        {
            short[] block = new short[64], kept = new short[64];
            for (var k = 0; k < 64; k++)
                kept[InverseDct.Position(k / 8, k % 8)] = block[k] = (short)(draw.Int(4) == 0 ? draw.Int(201) - 100 : 0);
            byte[] samples = new byte[64], portable = new byte[64];
            InverseDct.Transform(kept, ones, samples, 8);
            InverseDct.TransformPortably(kept, ones, portable, 8);
            Assert.Equal(portable, samples);
            for (var i = 0; i < 64; i++)
            {
                var sum = 0.0;
                for (var v = 0; v < 8; v++)
                {
                    for (var u = 0; u < 8; u++)
                    {
                        var scale = (u == 0 ? Math.Sqrt(0.125) : 0.5) * (v == 0 ? Math.Sqrt(0.125) : 0.5);
                        sum += scale * block[8 * v + u] * Math.Cos((2 * (i % 8) + 1) * u * Math.PI / 16) * Math.Cos((2 * (i / 8) + 1) * v * Math.PI / 16);
                    }
                }
                Assert.InRange(samples[i] - Math.Clamp(sum + 128, 0, 255), -1, 1);
            }
        }
    }

    [Theory]
    [InlineData("baseline 2x2")]
    [InlineData("progressive 2x2")]
    [InlineData("restart every 2 MCUs")]
    [InlineData("png grey 8")]
    [InlineData("png palette 4 interlaced")]
    public void A_file_cut_short_anywhere_gets_a_sentence(string name)
    {
        var bytes = Cases[name].Bytes;
        for (var length = 0; length < bytes.Length; length++)
        {
            var cut = bytes[..length];
            // JPEG: without its end marker a file counts as cut, even where all data is there.
            var error = Assert.Throws<DataException>(() => ImageDecoder.Decode(cut, "cut.jpg"));
            Assert.StartsWith("cut.jpg: ", error.Message);
            Assert.EndsWith(".", error.Message);
        }
    }

    [Fact]
    public void Thousands_of_mutated_files_end_in_a_picture_or_a_sentence()
    {
        var report = DecoderFuzz.Run([.. Cases.Values.Select(c => c.Bytes)], mutations: 6_000, seed: 1);
        Assert.Equal(6_000, report.Pictures + report.Refused);
        Assert.True(report.Refused > 1_000, report.ToString());
        Assert.True(report.Slowest < TimeSpan.FromSeconds(2), report.ToString());
    }

    [Fact]
    public void A_picture_that_is_too_large_is_refused_before_memory_is_taken()
    {
        var bomb = Cases["baseline 1x1"].Bytes;
        var at = bomb.AsSpan().IndexOf<byte>((byte[])[0xFF, 0xC0]);
        (bomb[at + 5], bomb[at + 6], bomb[at + 7], bomb[at + 8]) = (0xFF, 0xFF, 0xFF, 0xFF);
        Assert.Contains("65535x65535 = 4,294,836,225 pixels; at most 50,000,000", Assert.Throws<DataException>(() => ImageDecoder.Decode(bomb)).Message);
        (bomb[at + 5], bomb[at + 6], bomb[at + 7], bomb[at + 8]) = (0x10, 0, 0x10, 0);
        Assert.Contains("4096x4096 pixels, which do not fit", Assert.Throws<DataException>(() => ImageDecoder.Decode(bomb)).Message);
    }

    [Fact]
    public void Other_files_and_folders_get_a_sentence()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("begins with the bytes 47494638", Assert.Throws<DataException>(() => ImageDecoder.Load(folder.Write("a.gif", "GIF89a"))).Message);
        Assert.Contains("is empty", Assert.Throws<DataException>(() => ImageDecoder.Load(folder.Write("b.png", ""))).Message);
        Assert.Contains("is a folder", Assert.Throws<DataException>(() => ImageDecoder.Load(folder.Path)).Message);
        Assert.Contains("cannot be read", Assert.Throws<DataException>(() => ImageDecoder.Load(folder.File("none.png"))).Message);
    }

    [Fact]
    public void A_flipped_bit_of_a_png_is_noticed()
    {
        var bytes = Cases["png colour type 2 8"].Bytes;
        for (var i = 8; i < bytes.Length; i += 7)
        {
            var flipped = (byte[])bytes.Clone();
            flipped[i] ^= 16;
            try
            {
                // Only bytes of the comment may change without harm.
                var picture = ImageDecoder.Decode(flipped).ToRgb();
                Assert.Equal(Cases["png colour type 2 8"].Crc, Crc32.Append(0, picture.Planes));
            }
            catch (DataException) { }
        }
    }
}
