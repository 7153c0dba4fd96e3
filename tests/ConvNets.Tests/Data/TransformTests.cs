using System.Runtime.CompilerServices;
using System.Text.Json;
using ConvNets.Data;
using ConvNets.Data.Transforms;

namespace Tests.Data;

public class TransformTests
{
    private static readonly Dictionary<string, JsonElement> Golden =
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Golden", "transforms.json")))!;

    private static float[] Expected(string name) => [.. Golden[name].EnumerateArray().Select(value => value.GetSingle())];

    private static Picture Pattern(int channels, int height, int width)
    {
        var picture = Picture.Create(channels, height, width);
        for (var c = 0; c < channels; c++)
        {
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                    picture[c, y, x] = (c * 31 + y * 17 + x * 7 + x * y % 13 * 5) % 97 / 96f;
            }
        }
        return picture;
    }

    private static Picture Of(params float[] values) => Picture.FromValues(values, 1, 1, values.Length);

    private static float[] Apply(Transform transform, Picture picture, long seed = 0) => transform.Apply(picture, new Draw(seed)).Values.ToArray();

    private static void Close(float[] expected, float[] actual, float tolerance = 2e-5f, [CallerArgumentExpression(nameof(actual))] string what = "")
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= tolerance, $"{what}: value {i} is {actual[i]}, expected {expected[i]}");
    }

    [Theory]
    [InlineData(Interpolation.Bilinear, 13, 17, 7, 9)]
    [InlineData(Interpolation.Bilinear, 13, 17, 20, 23)]
    [InlineData(Interpolation.Bilinear, 24, 10, 5, 10)]
    [InlineData(Interpolation.Bilinear, 9, 9, 9, 4)]
    [InlineData(Interpolation.Bicubic, 13, 17, 7, 9)]
    [InlineData(Interpolation.Bicubic, 13, 17, 20, 23)]
    [InlineData(Interpolation.Bicubic, 24, 10, 5, 10)]
    [InlineData(Interpolation.Bicubic, 9, 9, 9, 4)]
    [InlineData(Interpolation.Area, 13, 17, 7, 9)]
    [InlineData(Interpolation.Area, 12, 12, 4, 6)]
    [InlineData(Interpolation.Area, 5, 6, 9, 7)]
    public void Resizing_gives_torchvisions_values(Interpolation interpolation, int h, int w, int toH, int toW) =>
        Close(Expected($"{interpolation} {h}x{w} {toH}x{toW}"), Apply(new ResizeTo(toH, toW, interpolation), Pattern(2, h, w)));

    [Fact]
    public void Resizing_the_shorter_side_keeps_the_proportions_as_torchvision_does()
    {
        var resized = new Resize(6).Apply(Pattern(1, 7, 10), new Draw(0));
        Assert.Equal((6, 8), (resized.Height, resized.Width));
        Close(Expected("Resize 6"), resized.Values.ToArray());
    }

    [Fact]
    public void Colours_change_as_in_torchvision()
    {
        Close(Expected("Grayscale"), Apply(new Grayscale(), Pattern(3, 4, 5)));
        Close(Expected("Brightness 1.4"), Change(p => Colours.AdjustBrightness(p, 1.4f)));
        Close(Expected("Contrast 0.6"), Change(p => Colours.AdjustContrast(p, 0.6f)));
        Close(Expected("Contrast 1.5"), Change(p => Colours.AdjustContrast(p, 1.5f)));
        Close(Expected("Saturation 0.3"), Change(p => Colours.AdjustSaturation(p, 0.3f)));
        Close(Expected("Saturation 1.7"), Change(p => Colours.AdjustSaturation(p, 1.7f)));
        Close(Expected("Hue 0.2"), Change(p => Colours.AdjustHue(p, 0.2f)));
        Close(Expected("Hue -0.35"), Change(p => Colours.AdjustHue(p, -0.35f)));

        static float[] Change(Action<Picture> change)
        {
            var picture = Pattern(3, 4, 5);
            change(picture);
            return picture.Values.ToArray();
        }
    }

    [Fact]
    public void Crops_and_normalisation_give_torchvisions_values()
    {
        Close(Expected("Normalize"), Apply(new Normalize([0.4f, 0.5f, 0.6f], [0.2f, 0.25f, 0.3f]), Pattern(3, 4, 5)));
        Close(Expected("CenterCrop 3x2"), Apply(new CenterCrop(3, 2), Pattern(3, 4, 5)));
        Close(Expected("CenterCrop 7x8"), Apply(new CenterCrop(7, 8), Pattern(3, 4, 5)));
        var views = new TenCrop(3).Apply(Pattern(3, 4, 5));
        Close(Expected("TenCrop 3"), [.. views.SelectMany(view => view.Values.ToArray())]);
    }

    [Fact]
    public void Alexnets_crops_of_256_reach_33_by_33_places_and_both_mirror_images()
    {
        var corners = new HashSet<(int, int)>();
        var source = Picture.Create(1, 40, 40);
        for (var i = 0; i < 1600; i++)
            source.Values[i] = i;
        for (var seed = 0; seed < 20_000; seed++)
        {
            var cut = new RandomCrop(8).Apply(source, new Draw(seed));
            corners.Add(((int)cut[0, 0, 0] / 40, (int)cut[0, 0, 0] % 40));
            cut.Recycle();
        }
        Assert.Equal(33 * 33, corners.Count);
        Assert.InRange(Enumerable.Range(0, 1000).Count(seed => Apply(new RandomHorizontalFlip(), Of(0, 1), seed)[0] == 1), 450, 550);
    }

    [Fact]
    public void A_padded_crop_shows_the_fill_value_outside_the_picture()
    {
        var seen = new HashSet<float>();
        for (var seed = 0; seed < 200; seed++)
        {
            var cut = Apply(new RandomCrop(2, Padding: 1, Fill: -7), Picture.FromValues([1, 2, 3, 4], 1, 2, 2), seed);
            Assert.Equal(4, cut.Length);
            seen.UnionWith(cut);
        }
        Assert.Equal([-7f, 1, 2, 3, 4], seen.Order());
    }

    [Fact]
    public void Pca_colour_adds_the_shift_of_the_papers_formula()
    {
        // Krizhevsky et al. 2012, section 4.1, with the published ImageNet constants and a = (0.1, -0.2, 0.3).
        var (r, g, b) = PcaColour.ImageNet.Shift(0.1, -0.2, 0.3);
        Assert.Equal(-0.0145061f, r, 1e-7f);
        Assert.Equal(-0.01371438f, g, 1e-7f);
        Assert.Equal(-0.00951345f, b, 1e-7f);
    }

    [Fact]
    public void Pca_colour_finds_the_axes_of_the_training_colours()
    {
        // Pixels on the line (2, 1, 0) t with a little of (0, 0, 1): the first axis is (2, 1, 0) / sqrt 5.
        var pixels = new byte[3 * 100];
        for (var i = 0; i < 100; i++)
            (pixels[i], pixels[100 + i], pixels[200 + i]) = ((byte)(2 * i), (byte)i, (byte)(i % 2 * 4));
        var fitted = PcaColour.Fit(new MemoryImages("line", pixels, 3, 10, 10, [0], ["a"]));
        Assert.True(fitted.Eigenvalues[0] > fitted.Eigenvalues[1]);
        Assert.Equal(2 / Math.Sqrt(5), Math.Abs(fitted.Eigenvectors[0]), 1e-3);
        Assert.Equal(1 / Math.Sqrt(5), Math.Abs(fitted.Eigenvectors[3]), 1e-3);
        Assert.Equal(0, fitted.Eigenvectors[6], 2e-2);
    }

    [Fact]
    public void Global_contrast_normalisation_gives_the_vector_the_length_55()
    {
        Close([-36.8951f, -12.2984f, 12.2984f, 36.8951f], Apply(new GlobalContrastNormalization(), Of(1, 2, 3, 4)), 1e-4f);
        Close([0, 0, 0], Apply(new GlobalContrastNormalization(), Of(2, 2, 2)));
    }

    [Fact]
    public void Whitening_is_the_inverse_root_of_the_covariance()
    {
        var whitening = Zca.Whitening([2, 1, 1, 2], 2, 0.1);
        Close([0.76071221f, -0.19275038f, -0.19275038f, 0.76071221f], whitening, 1e-6f);
    }

    [Fact]
    public void Whitened_pictures_have_unit_covariance()
    {
        var set = EmbeddedPictures.Generate(400, seed: 2);
        Transform[] before = [new ResizeTo(3, 3), new GlobalContrastNormalization()];
        var zca = Zca.Fit(set, epsilon: 1e-6, before);
        var sums = new double[27 * 27];
        for (var n = 0; n < set.Count; n++)
        {
            var white = Transform.ApplyAll([.. before, zca], set.Load(n), new Draw(0)).Values.ToArray();
            for (var i = 0; i < 27; i++)
            {
                for (var j = 0; j < 27; j++)
                    sums[27 * i + j] += white[i] * white[j] / set.Count;
            }
        }
        // GCN takes one direction out (the mean), so that the covariance is the identity but for that direction: I - 1/n.
        for (var i = 0; i < 27; i++)
        {
            for (var j = 0; j < 27; j++)
                Assert.Equal((i == j ? 1 : 0) - 1 / 27.0, sums[27 * i + j], 0.01);
        }
    }

    [Fact]
    public void Large_pictures_are_whitened_by_iteration_to_the_same_matrix()
    {
        const int n = 300;
        // A covariance of decaying eigenvalues, from 900 down to nothing, as pictures have.
        var random = new Random(3);
        var covariance = new double[n * n];
        for (var k = 0; k < 60; k++)
        {
            var direction = Enumerable.Range(0, n).Select(i => Math.Sin((k + 1) * (i + random.NextDouble()) / 20)).ToArray();
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                    covariance[i * n + j] += 6 * Math.Exp(-k / 8.0) * direction[i] * direction[j];
            }
        }
        var exact = Zca.ByEigenvalues(covariance, n, 0.1);
        Close(exact, Zca.Whitening(covariance, n, 0.1), 2e-3f);
        Assert.Equal(Math.Sqrt(10), exact.Max(), 0.2);
    }

    [Fact]
    public void Eigenvectors_rebuild_a_large_symmetric_matrix()
    {
        const int n = 300;
        var draw = new Draw(3);
        var a = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
                a[i * n + j] = a[j * n + i] = draw.Normal();
        }
        var (values, vectors) = SymmetricEigen.Of(a, n);
        for (var k = 0; k < n; k += 37)
        {
            for (var i = 0; i < n; i++)
            {
                var sum = 0.0;
                for (var j = 0; j < n; j++)
                    sum += a[i * n + j] * vectors[k * n + j];
                Assert.Equal(values[k] * vectors[k * n + i], sum, 1e-10);
            }
        }
    }

    [Fact]
    public void Per_image_and_mean_picture_subtraction()
    {
        Close([-1, 0, 1], Apply(new PerImageMean(), Of(1, 2, 3)));
        Close([-1.2247449f, 0, 1.2247449f], Apply(new PerImageMean(Scale: true), Of(1, 2, 3)));
        var mean = SubtractMeanPicture.Fit(new MemoryImages("two", [0, 51, 102, 153], 1, 1, 2, [0, 0], ["a"]));
        Close([0.2f, 0.4f], mean.Mean);
        Close([0.8f, 0.1f], Apply(mean, Of(1, 0.5f)));
    }

    [Fact]
    public void Cutout_blanks_a_square_that_the_border_may_cut()
    {
        var areas = Enumerable.Range(0, 500).Select(seed =>
        {
            var picture = Picture.Create(1, 8, 8);
            picture.Values.Fill(1);
            return Apply(new Cutout(4), picture, seed).Count(value => value == 0);
        }).ToArray();
        Assert.Equal(16, areas.Max());
        Assert.Equal(4, areas.Min());
    }

    [Fact]
    public void Random_resized_crops_have_the_area_and_proportions_asked_for()
    {
        var crop = new RandomResizedCrop(16);
        for (var seed = 0; seed < 300; seed++)
        {
            var (top, left, height, width) = crop.Choose(60, 80, new Draw(seed));
            Assert.True(top >= 0 && left >= 0 && top + height <= 60 && left + width <= 80);
            Assert.InRange(height * width / 4800.0, 0.07, 1.0);
            Assert.InRange((double)width / height, 0.7, 1.4);
        }
    }

    [Fact]
    public void Boxes_follow_their_picture()
    {
        var picture = Picture.Create(3, 20, 40, new Box(10, 5, 30, 15));
        Assert.Equal(new Box(5, 2.5f, 15, 7.5f), new ResizeTo(10, 20).Apply(picture, new Draw(0)).Box);
        Assert.Equal(new Box(0, 0, 20, 10), new CenterCrop(10, 20).Apply(picture, new Draw(0)).Box);
        Assert.Equal(new Box(10, 5, 30, 15), new RandomHorizontalFlip(1).Apply(picture.Clone(), new Draw(0)).Box);
        Assert.Equal(new Box(20, 4, 25, 10), Cut.Mirror(Picture.Create(1, 16, 32, new Box(7, 4, 12, 10))).Box);
    }

    [Fact]
    public void Googlenet_makes_144_views_and_a_grid_50()
    {
        var picture = Pattern(1, 30, 44);
        var views = new GoogLeNetCrops(28).Apply(picture);
        Assert.Equal(144, views.Count);
        Assert.All(views, view => Assert.Equal((28, 28), (view.Height, view.Width)));
        Assert.Equal(50, new GridCrop(28).Apply(picture).Count);
    }

    [Fact]
    public void The_same_keys_give_the_same_picture_and_other_keys_another()
    {
        Transform[] transforms = [new RandomResizedCrop(12), new RandomHorizontalFlip(), new ColorJitter(0.4, 0.4, 0.4, 0.1), PcaColour.ImageNet];
        var once = Transform.ApplyAll(transforms, Pattern(3, 20, 20), new Draw(1, 2, 3)).Values.ToArray();
        var again = Transform.ApplyAll(transforms, Pattern(3, 20, 20), new Draw(1, 2, 3)).Values.ToArray();
        var other = Transform.ApplyAll(transforms, Pattern(3, 20, 20), new Draw(1, 3, 3)).Values.ToArray();
        Assert.Equal(once, again);
        Assert.NotEqual(once, other);
    }

    [Fact]
    public void A_crop_that_does_not_fit_gets_a_sentence()
    {
        var error = Assert.Throws<DataException>(() => new RandomCrop(32).Apply(Pattern(3, 20, 40), new Draw(0)));
        Assert.Equal("A crop of 32x32 does not fit into a picture of 20x40 with padding 0; resize first or pad more.", error.Message);
    }
}
