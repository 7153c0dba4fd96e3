// Vectors: section 2 of the course's list of techniques; Araujo, Norris and Sim, 2019.
using ConvNets.Geometry;

namespace ConvNets.Tests.Geometry;

public class FieldTests
{
    [Fact] // section 2.1
    public void Two_strided_convolutions_see_three_then_seven_pixels()
    {
        var first = Field.Pixel.Through(Window.Padded(3, 2, 1));
        var second = first.Through(Window.Padded(3, 2, 1));
        Assert.Equal((3, 2, 0.5), (first.Size, first.Jump, first.Start));
        Assert.Equal((7, 4, 0.5), (second.Size, second.Jump, second.Start));
    }

    [Fact] // section 2.1
    public void AlexNet_grows_to_the_whole_picture()
    {
        Window[] layers =
        [
            new(11, 4), new(3, 2), Window.Padded(5, 1, 2), new(3, 2),
            Window.Padded(3, 1, 1), Window.Padded(3, 1, 1), Window.Padded(3, 1, 1), new(3, 2), new(6),
        ];
        (double, double, double)[] expected =
        [
            (11, 4, 5.5), (19, 8, 9.5), (51, 8, 9.5), (67, 16, 17.5), (99, 16, 17.5), (131, 16, 17.5), (163, 16, 17.5), (195, 32, 33.5), (355, 32, 113.5),
        ];
        var field = Field.Pixel;
        foreach (var (layer, row) in layers.Zip(expected))
        {
            field = field.Through(layer);
            Assert.Equal(row, (field.Size, field.Jump, field.Start));
        }
        Assert.Equal(field, Field.Of(layers));
    }

    [Fact] // section 2.1, VGG's argument
    public void Three_3x3_see_as_much_as_one_7x7() =>
        Assert.Equal(Field.Of(Window.Padded(7, 1, 3)), Field.Of(Enumerable.Repeat(Window.Padded(3, 1, 1), 3)));

    [Fact] // section 2.2
    public void A_1x1_beside_a_padded_3x3_is_aligned()
    {
        var union = Field.Union(Field.Pixel, Field.Pixel.Through(Window.Padded(3, 1, 1)));
        Assert.Equal((3, true), (union.Size, union.Aligned));
    }

    [Fact] // section 2.2
    public void A_3x3_beside_a_5x5_with_the_same_padding_is_misaligned()
    {
        var union = Field.Union(Field.Pixel.Through(Window.Padded(3, 1, 1)), Field.Pixel.Through(Window.Padded(5, 1, 1)));
        Assert.Equal((-1, 3, false), (union.Left, union.Left + union.Size - 1, union.Aligned));
    }

    [Fact]
    public void Paths_of_different_stride_cannot_meet() =>
        Assert.Contains("strides differ", Assert.Throws<ArgumentException>(() => Field.Union(Field.Pixel, Field.Pixel.Through(new Window(1, 2)))).Message);

    [Fact] // section 2.3
    public void A_transposed_window_adds_the_inputs_that_meet_in_one_output()
    {
        var field = Field.Pixel.Through(Window.Padded(4, 2, 1)).Through(new TransposedWindow(4, 2, 1));
        Assert.Equal((4 + 2, 1), (field.Size, field.Jump));
    }

    [Fact]
    public void Dilation_widens_the_kernel() => Assert.Equal(1 + 2 * 2, Field.Of(Window.Padded(3, 1, 2, dilation: 2)).Size);

    [Fact]
    public void Padding_moves_the_field_and_never_widens_it()
    {
        Assert.Equal(Field.Of(new Window(5)).Size, Field.Of(Window.Padded(5, 1, 2)).Size);
        Assert.Equal(2, Field.Of(Window.Padded(5, 1, 2)).Padding);
    }
}
