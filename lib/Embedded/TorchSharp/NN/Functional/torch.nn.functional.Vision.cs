using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary><c>[..., C*r*r, H, W]</c> to <c>[..., C, H*r, W*r]</c>.</summary>
            public static Tensor pixel_shuffle(Tensor input, long upscale_factor)
            {
                var (shape, r) = (Given(input).shape, upscale_factor);
                if (shape.Length < 3 || r <= 0 || r > int.MaxValue || shape[^3] % (r * r) != 0)
                {
                    throw new ExternalException($"pixel_shuffle: the input needs 3 or more dimensions and channels that are divisible by the square of upscale_factor {r}, but has shape {Shapes.Text(shape)}.");
                }

                var (channels, height, width) = (shape[^3] / (r * r), shape[^2], shape[^1]);
                using var scope = NewDisposeScope();
                return input.reshape(Shapes.Count(shape.AsSpan()[..^3]), channels, r, r, height, width).permute(0, 1, 4, 2, 5, 3)
                    .reshape([.. shape[..^3], channels, height * r, width * r]).MoveToOuterDisposeScope();
            }

            /// <summary><c>[..., C, H*r, W*r]</c> to <c>[..., C*r*r, H, W]</c>.</summary>
            public static Tensor pixel_unshuffle(Tensor input, long downscale_factor)
            {
                var (shape, r) = (Given(input).shape, downscale_factor);
                if (shape.Length < 3 || r <= 0 || shape[^2] % r != 0 || shape[^1] % r != 0)
                {
                    throw new ExternalException($"pixel_unshuffle: height and width must be divisible by downscale_factor {r}, but the input has shape {Shapes.Text(shape)}.");
                }

                var (channels, height, width) = (shape[^3], shape[^2] / r, shape[^1] / r);
                using var scope = NewDisposeScope();
                return input.reshape(Shapes.Count(shape.AsSpan()[..^3]), channels, height, r, width, r).permute(0, 1, 3, 5, 2, 4)
                    .reshape([.. shape[..^3], channels * r * r, height, width]).MoveToOuterDisposeScope();
            }

            /// <summary>Windows of <c>[N, C, H, W]</c> as columns: <c>[N, C*k*k, windows]</c>.</summary>
            public static Tensor unfold(Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1)
                => unfold(Given(input), (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            /// <summary>Windows of <c>[N, C, H, W]</c> as columns: <c>[N, C*kh*kw, windows]</c>.</summary>
            public static Tensor unfold(Tensor input, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null)
                => Windows.Unfold(Given(input), new(kernel_size, dilation ?? (1, 1), padding ?? (0, 0), stride ?? (1, 1)));

            /// <summary>Columns of windows summed back to an image: <c>[N, C*k*k, windows]</c> to <c>[N, C, size, size]</c>.</summary>
            public static Tensor fold(Tensor input, long output_size, long kernel_size, long dilation = 1, long padding = 0, long stride = 1)
                => fold(Given(input), (output_size, output_size), (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            /// <summary>Columns of windows summed back to an image: <c>[N, C*kh*kw, windows]</c> to <c>[N, C, H, W]</c>.</summary>
            public static Tensor fold(Tensor input, (long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null)
                => Windows.Fold(Given(input), output_size, new(kernel_size, dilation ?? (1, 1), padding ?? (0, 0), stride ?? (1, 1)));

            /// <summary>Class numbers as rows with a single 1: <c>[...]</c> to <c>[..., num_classes]</c>, int64.</summary>
            public static Tensor one_hot(Tensor x, long num_classes = -1)
            {
                if (Given(x).dtype != ScalarType.Int64)
                {
                    throw new ArgumentException($"one_hot is only applicable to index tensor of type int64, but got {x.dtype}.");
                }

                var numbers = x.data<long>().ToArray();
                if (numbers.Length == 0 && num_classes < 0)
                {
                    throw new ExternalException("one_hot: Can not infer total number of classes from empty tensor; give num_classes.");
                }

                var classes = num_classes >= 0 ? num_classes : numbers.Max() + 1;
                if (numbers.Any(number => number < 0 || number >= classes))
                {
                    throw new ExternalException(numbers.Min() < 0 ? $"one_hot: Class values must be non-negative, but {numbers.Min()} is not." : $"one_hot: Class values must be smaller than num_classes: {numbers.Max()} is not below {classes}.");
                }

                var result = zeros([.. x.shape, classes], ScalarType.Int64);
                var marks = result.data<long>();
                for (long row = 0; row < numbers.LongLength; row++)
                {
                    marks[row * classes + numbers[row]] = 1;
                }

                return result;
            }
        }
    }
}
