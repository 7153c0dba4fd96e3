// --device: where nets are trained.

using System.CommandLine;
using ConvNets.Training;

namespace Course;

internal static class DeviceOption
{
    /// <summary>The option, for the verbs that train or run nets.</summary>
    public static Option<string?> Make() => Values.Text("--device", "cpu|cuda|auto", "Where nets are trained and tested; auto, the default, prefers a GPU that works.");

    /// <summary>Uses the device that was given, here and in the processes of lessons; without one, the environment's or auto.</summary>
    public static void Apply(ParseResult parsed, Option<string?> option)
    {
        try
        {
            if (parsed.GetValue(option) is { } name)
            {
                Compute.Use(name);
            }
            else
            {
                _ = Compute.Device;
            }
        }
        catch (DeviceException refusal)
        {
            throw new UsageException(refusal.Message);
        }
    }
}
