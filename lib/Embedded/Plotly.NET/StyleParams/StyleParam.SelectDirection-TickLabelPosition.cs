// The named values of plotly.js attributes, SelectDirection to TickLabelPosition.

namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed partial class SelectDirection : AttributeValue
    {
        private SelectDirection(object value)
            : base(value)
        {
        }

        public static SelectDirection Horizontal { get; } = new("h");
        public static SelectDirection Vertical { get; } = new("v");
        public static SelectDirection Diagonal { get; } = new("d");
        public static SelectDirection Any { get; } = new("any");
    }

    public sealed partial class SelectionType : AttributeValue
    {
        private SelectionType(object value)
            : base(value)
        {
        }

        public static SelectionType Rectangle { get; } = new("rect");
        public static SelectionType SvgPath { get; } = new("path");
    }

    public sealed partial class Shape : AttributeValue
    {
        private Shape(object value)
            : base(value)
        {
        }

        public static Shape Linear { get; } = new("linear");
        public static Shape Spline { get; } = new("spline");
        public static Shape Hv { get; } = new("hv");
        public static Shape Vh { get; } = new("vh");
        public static Shape Hvh { get; } = new("hvh");
        public static Shape Vhv { get; } = new("vhv");
    }

    public sealed partial class ShapeSizeMode : AttributeValue
    {
        private ShapeSizeMode(object value)
            : base(value)
        {
        }

        public static ShapeSizeMode Scaled { get; } = new("scaled");
        public static ShapeSizeMode Pixel { get; } = new("pixel");
    }

    public sealed partial class ShapeType : AttributeValue
    {
        private ShapeType(object value)
            : base(value)
        {
        }

        public static ShapeType Circle { get; } = new("circle");
        public static ShapeType Rectangle { get; } = new("rect");
        public static ShapeType SvgPath { get; } = new("path");
        public static ShapeType Line { get; } = new("line");
    }

    public sealed partial class ShowExponent : AttributeValue
    {
        private ShowExponent(object value)
            : base(value)
        {
        }

        public static ShowExponent All { get; } = new("all");
        public static ShowExponent First { get; } = new("first");
        public static ShowExponent Last { get; } = new("last");
        public static ShowExponent None { get; } = new("none");
    }

    public sealed partial class ShowTickOption : AttributeValue
    {
        private ShowTickOption(object value)
            : base(value)
        {
        }

        public static ShowTickOption All { get; } = new("all");
        public static ShowTickOption First { get; } = new("first");
        public static ShowTickOption Last { get; } = new("last");
        public static ShowTickOption None { get; } = new("none");
    }

    public sealed partial class Side : AttributeValue
    {
        private Side(object value)
            : base(value)
        {
        }

        public static Side Top { get; } = new("top");
        public static Side TopLeft { get; } = new("top left");
        public static Side TopCenter { get; } = new("top center");
        public static Side TopRight { get; } = new("top right");
        public static Side Bottom { get; } = new("bottom");
        public static Side Left { get; } = new("left");
        public static Side Right { get; } = new("right");
    }

    public sealed partial class SmoothAlg : AttributeValue
    {
        private SmoothAlg(object value)
            : base(value)
        {
        }

        public static SmoothAlg False { get; } = new(false);
        public static SmoothAlg Best { get; } = new("best");
        public static SmoothAlg Fast { get; } = new("fast");
    }

    public sealed partial class SpanMode : AttributeValue
    {
        private SpanMode(object value)
            : base(value)
        {
        }

        public static SpanMode Soft { get; } = new("soft");
        public static SpanMode Hard { get; } = new("hard");
        public static SpanMode Manual { get; } = new("manual");
    }

    public sealed partial class SpikeMode : AttributeValue
    {
        private SpikeMode(object value)
            : base(value)
        {
        }

        public static SpikeMode Axis { get; } = new("toaxis");
        public static SpikeMode Across { get; } = new("across");
        public static SpikeMode AxisAcross { get; } = new("toaxis+across");
        public static SpikeMode Marker { get; } = new("marker");
        public static SpikeMode AxisMarker { get; } = new("toaxis+marker");
        public static SpikeMode AxisAcrossMarker { get; } = new("toaxis+across+marker");
    }

    public sealed partial class SpikeSnap : AttributeValue
    {
        private SpikeSnap(object value)
            : base(value)
        {
        }

        public static SpikeSnap Data { get; } = new("data");
        public static SpikeSnap Cursor { get; } = new("cursor");
        public static SpikeSnap HoveredData { get; } = new("hovered data");
    }

    public sealed partial class SubPlotId : AttributeValue
    {
        private SubPlotId(object value)
            : base(value)
        {
        }

        public static SubPlotId ZAxis { get; } = new("zaxis");
    }

    public sealed partial class TextAngle : AttributeValue
    {
        private TextAngle(object value)
            : base(value)
        {
        }

        public static TextAngle Auto { get; } = new("auto");
    }

    public sealed partial class TextInfo : AttributeValue
    {
        private TextInfo(object value)
            : base(value)
        {
        }

        public static TextInfo All { get; } = new("all");
        public static TextInfo None { get; } = new("none");
        public static TextInfo Label { get; } = new("label");
        public static TextInfo Text { get; } = new("text");
        public static TextInfo Value { get; } = new("value");
        public static TextInfo Percent { get; } = new("percent");
    }

    public sealed partial class TextPosition : AttributeValue
    {
        private TextPosition(object value)
            : base(value)
        {
        }

        public static TextPosition TopLeft { get; } = new("top left");
        public static TextPosition TopCenter { get; } = new("top center");
        public static TextPosition TopRight { get; } = new("top right");
        public static TextPosition MiddleLeft { get; } = new("middle left");
        public static TextPosition MiddleCenter { get; } = new("middle center");
        public static TextPosition MiddleRight { get; } = new("middle right");
        public static TextPosition BottomLeft { get; } = new("bottom left");
        public static TextPosition BottomCenter { get; } = new("bottom center");
        public static TextPosition BottomRight { get; } = new("bottom right");
        public static TextPosition Auto { get; } = new("auto");
        public static TextPosition Inside { get; } = new("inside");
        public static TextPosition Outside { get; } = new("outside");
        public static TextPosition None { get; } = new("none");
    }

    public sealed partial class TickAutoMargin : AttributeValue
    {
        private TickAutoMargin(object value)
            : base(value)
        {
        }

        public static TickAutoMargin Height { get; } = new("height");
        public static TickAutoMargin Width { get; } = new("width");
        public static TickAutoMargin Left { get; } = new("left");
        public static TickAutoMargin Right { get; } = new("right");
        public static TickAutoMargin Top { get; } = new("top");
        public static TickAutoMargin Bottom { get; } = new("bottom");
        public static TickAutoMargin All { get; } = new("height+width+left+right+top+bottom");
    }

    public sealed partial class TickLabelMode : AttributeValue
    {
        private TickLabelMode(object value)
            : base(value)
        {
        }

        public static TickLabelMode Instant { get; } = new("instant");
        public static TickLabelMode Period { get; } = new("period");
    }

    public sealed partial class TickLabelOverflow : AttributeValue
    {
        private TickLabelOverflow(object value)
            : base(value)
        {
        }

        public static TickLabelOverflow Allow { get; } = new("allow");
        public static TickLabelOverflow HidePastDiv { get; } = new("hide past div");
        public static TickLabelOverflow HidePastDomain { get; } = new("hide past domain");
    }

    public sealed partial class TickLabelPosition : AttributeValue
    {
        private TickLabelPosition(object value)
            : base(value)
        {
        }

        public static TickLabelPosition Outside { get; } = new("outside");
        public static TickLabelPosition Inside { get; } = new("inside");
        public static TickLabelPosition OutsideTop { get; } = new("outside top");
        public static TickLabelPosition InsideTop { get; } = new("inside top");
        public static TickLabelPosition OutsideLeft { get; } = new("outside left");
        public static TickLabelPosition InsideLeft { get; } = new("inside left");
        public static TickLabelPosition OutsideRight { get; } = new("outside right");
        public static TickLabelPosition InsideRight { get; } = new("inside right");
        public static TickLabelPosition OutsideBottom { get; } = new("outside bottom");
        public static TickLabelPosition InsideBottom { get; } = new("inside bottom");
    }
}
