using System.Collections;
using NotebookHost.Grading;

namespace Exercises;

/// <summary>Refuses answers that are not finite: a comparison with NaN can be made to say anything.</summary>
internal static class Finite
{
    public static void Require(string asked, object? value)
    {
        switch (value)
        {
            case float number when !float.IsFinite(number):
            case double wide when !double.IsFinite(wide):
                throw new UnmetExpectation($"{asked} must be finite.", "a finite number", Words.Value(value));
            case Tensor { dtype: ScalarType.Float32 or ScalarType.Float64 } tensor when tensor.numel() > 0 && !tensor.isfinite().all().item<bool>():
                throw new UnmetExpectation($"{asked} holds NaN or infinity.", "finite values", "NaN or infinity");
            case float[] or double[] or Tensor[] or Array { Length: > 0 } and not (int[] or long[] or bool[] or string[] or byte[]):
                foreach (var item in (IEnumerable)value)
                {
                    Require(asked, item);
                }

                break;
            case IDictionary table:
                foreach (var item in table.Values)
                {
                    Require(asked, item);
                }

                break;
        }
    }
}
