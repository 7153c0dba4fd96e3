// The named values of plotly.js attributes, WaterfallMode to YAnchorPosition.

namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed partial class WaterfallMode : AttributeValue
    {
        private WaterfallMode(object value)
            : base(value)
        {
        }

        public static WaterfallMode Group { get; } = new("group");
        public static WaterfallMode Overlay { get; } = new("overlay");
    }

    public sealed partial class XAnchorPosition : AttributeValue
    {
        private XAnchorPosition(object value)
            : base(value)
        {
        }

        public static XAnchorPosition Auto { get; } = new("auto");
        public static XAnchorPosition Left { get; } = new("left");
        public static XAnchorPosition Center { get; } = new("center");
        public static XAnchorPosition Right { get; } = new("right");
    }

    public sealed partial class YAnchorPosition : AttributeValue
    {
        private YAnchorPosition(object value)
            : base(value)
        {
        }

        public static YAnchorPosition Auto { get; } = new("auto");
        public static YAnchorPosition Top { get; } = new("top");
        public static YAnchorPosition Middle { get; } = new("middle");
        public static YAnchorPosition Bottom { get; } = new("bottom");
    }
}
