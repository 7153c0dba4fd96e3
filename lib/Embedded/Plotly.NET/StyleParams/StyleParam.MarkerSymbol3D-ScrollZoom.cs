// The named values of plotly.js attributes, MarkerSymbol3D to ScrollZoom.

namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed partial class MarkerSymbol3D : AttributeValue
    {
        private MarkerSymbol3D(object value)
            : base(value)
        {
        }

        public static MarkerSymbol3D Circle { get; } = new("circle");
        public static MarkerSymbol3D CircleOpen { get; } = new("circle-open");
        public static MarkerSymbol3D Cross { get; } = new("cross");
        public static MarkerSymbol3D Diamond { get; } = new("diamond");
        public static MarkerSymbol3D DiamondOpen { get; } = new("diamond-open");
        public static MarkerSymbol3D Square { get; } = new("square");
        public static MarkerSymbol3D SquareOpen { get; } = new("square-open");
        public static MarkerSymbol3D X { get; } = new("x");
    }

    public sealed partial class Method : AttributeValue
    {
        private Method(object value)
            : base(value)
        {
        }

        public static Method Restyle { get; } = new("restyle");
        public static Method Relayout { get; } = new("relayout");
        public static Method Animate { get; } = new("animate");
        public static Method Update { get; } = new("update");
        public static Method Skip { get; } = new("skip");
    }

    public sealed partial class Mirror : AttributeValue
    {
        private Mirror(object value)
            : base(value)
        {
        }

        public static Mirror True { get; } = new(true);
        public static Mirror Ticks { get; } = new("ticks");
        public static Mirror False { get; } = new(false);
        public static Mirror All { get; } = new("all");
        public static Mirror AllTicks { get; } = new("allticks");
    }

    public sealed partial class Mode : AttributeValue
    {
        private Mode(object value)
            : base(value)
        {
        }

        public static Mode None { get; } = new("none");
        public static Mode Lines { get; } = new("lines");
        public static Mode Lines_Markers { get; } = new("lines+markers");
        public static Mode Lines_Text { get; } = new("lines+text");
        public static Mode Lines_Markers_Text { get; } = new("lines+markers+text");
        public static Mode Markers { get; } = new("markers");
        public static Mode Markers_Text { get; } = new("markers+text");
        public static Mode Text { get; } = new("text");
    }

    public sealed partial class ModeBarButton : AttributeValue
    {
        private ModeBarButton(object value)
            : base(value)
        {
        }

        public static ModeBarButton ToImage { get; } = new("toImage");
        public static ModeBarButton SendDataToCloud { get; } = new("sendDataToCloud");
        public static ModeBarButton EditInChartStudio { get; } = new("editInChartStudio");
        public static ModeBarButton Zoom2d { get; } = new("zoom2d");
        public static ModeBarButton Pan2d { get; } = new("pan2d");
        public static ModeBarButton Select2d { get; } = new("select2d");
        public static ModeBarButton Lasso2d { get; } = new("lasso2d");
        public static ModeBarButton DrawClosedPath { get; } = new("drawclosedpath");
        public static ModeBarButton DrawOpenPath { get; } = new("drawopenpath");
        public static ModeBarButton DrawLine { get; } = new("drawline");
        public static ModeBarButton DrawRect { get; } = new("drawrect");
        public static ModeBarButton DrawCircle { get; } = new("drawcircle");
        public static ModeBarButton EraseShape { get; } = new("eraseshape");
        public static ModeBarButton ZoomIn2d { get; } = new("zoomIn2d");
        public static ModeBarButton ZoomOut2d { get; } = new("zoomOut2d");
        public static ModeBarButton AutoScale2d { get; } = new("autoScale2d");
        public static ModeBarButton ResetScale2d { get; } = new("resetScale2d");
        public static ModeBarButton HoverClosestCartesian { get; } = new("hoverClosestCartesian");
        public static ModeBarButton HoverCompareCartesian { get; } = new("hoverCompareCartesian");
        public static ModeBarButton Zoom3d { get; } = new("zoom3d");
        public static ModeBarButton Pan3d { get; } = new("pan3d");
        public static ModeBarButton OrbitRotation { get; } = new("orbitRotation");
        public static ModeBarButton TableRotation { get; } = new("tableRotation");
        public static ModeBarButton ResetCameraDefault3d { get; } = new("resetCameraDefault3d");
        public static ModeBarButton ResetCameraLastSave3d { get; } = new("resetCameraLastSave3d");
        public static ModeBarButton HoverClosest3d { get; } = new("hoverClosest3d");
        public static ModeBarButton ZoomInGeo { get; } = new("zoomInGeo");
        public static ModeBarButton ZoomOutGeo { get; } = new("zoomOutGeo");
        public static ModeBarButton ResetGeo { get; } = new("resetGeo");
        public static ModeBarButton HoverClosestGeo { get; } = new("hoverClosestGeo");
        public static ModeBarButton HoverClosestGl2d { get; } = new("hoverClosestGl2d");
        public static ModeBarButton HoverClosestPie { get; } = new("hoverClosestPie");
        public static ModeBarButton ResetSankeyGroup { get; } = new("resetSankeyGroup");
        public static ModeBarButton ToggleHover { get; } = new("toggleHover");
        public static ModeBarButton HoverMode { get; } = new("v1hovermode");
        public static ModeBarButton ResetViews { get; } = new("resetViews");
        public static ModeBarButton ToggleSpikelines { get; } = new("toggleSpikelines");
        public static ModeBarButton ResetViewMapbox { get; } = new("resetViewMapbox");
        public static ModeBarButton ZoomInMapbox { get; } = new("zoomInMapbox");
        public static ModeBarButton ZoomOutMapbox { get; } = new("zoomOutMapbox");
    }

    public sealed partial class NewSelectionMode : AttributeValue
    {
        private NewSelectionMode(object value)
            : base(value)
        {
        }

        public static NewSelectionMode Immediate { get; } = new("immediate");
        public static NewSelectionMode Gradual { get; } = new("gradual");
    }

    public sealed partial class Orientation : AttributeValue
    {
        private Orientation(object value)
            : base(value)
        {
        }

        public static Orientation Horizontal { get; } = new("h");
        public static Orientation Vertical { get; } = new("v");
    }

    public sealed partial class PatternFillMode : AttributeValue
    {
        private PatternFillMode(object value)
            : base(value)
        {
        }

        public static PatternFillMode Replace { get; } = new("replace");
        public static PatternFillMode Overlay { get; } = new("overlay");
    }

    public sealed partial class PatternShape : AttributeValue
    {
        private PatternShape(object value)
            : base(value)
        {
        }

        public static PatternShape None { get; } = new("");
        public static PatternShape DiagonalDescending { get; } = new("/");
        public static PatternShape DiagonalAscending { get; } = new("\\");
        public static PatternShape DiagonalChecked { get; } = new("x");
        public static PatternShape HorizontalLines { get; } = new("-");
        public static PatternShape VerticalLines { get; } = new("|");
        public static PatternShape Checked { get; } = new("+");
        public static PatternShape Dots { get; } = new(".");
    }

    public sealed partial class QuartileMethod : AttributeValue
    {
        private QuartileMethod(object value)
            : base(value)
        {
        }

        public static QuartileMethod Linear { get; } = new("linear");
        public static QuartileMethod Exclusive { get; } = new("exclusive");
        public static QuartileMethod Inclusive { get; } = new("inclusive");
    }

    public sealed partial class Range : AttributeValue
    {
        private Range(object value)
            : base(value)
        {
        }
    }

    public sealed partial class RangeMode : AttributeValue
    {
        private RangeMode(object value)
            : base(value)
        {
        }

        public static RangeMode Normal { get; } = new("normal");
        public static RangeMode ToZero { get; } = new("tozero");
        public static RangeMode NonNegative { get; } = new("nonnegative");
    }

    public sealed partial class RangebreakPattern : AttributeValue
    {
        private RangebreakPattern(object value)
            : base(value)
        {
        }

        public static RangebreakPattern DayOfWeek { get; } = new("day of week");
        public static RangebreakPattern Hour { get; } = new("hour");
        public static RangebreakPattern NoPattern { get; } = new("");
    }

    public sealed partial class RangesliderRangeMode : AttributeValue
    {
        private RangesliderRangeMode(object value)
            : base(value)
        {
        }

        public static RangesliderRangeMode Auto { get; } = new("auto");
        public static RangesliderRangeMode Fixed { get; } = new("fixed");
        public static RangesliderRangeMode Match { get; } = new("match");
    }

    public sealed partial class ScaleAnchor : AttributeValue
    {
        private ScaleAnchor(object value)
            : base(value)
        {
        }

        public static ScaleAnchor False { get; } = new(false);
    }

    public sealed partial class ScaleMode : AttributeValue
    {
        private ScaleMode(object value)
            : base(value)
        {
        }

        public static ScaleMode Width { get; } = new("width");
        public static ScaleMode Count { get; } = new("count");
    }

    public sealed partial class ScatterMode : AttributeValue
    {
        private ScatterMode(object value)
            : base(value)
        {
        }

        public static ScatterMode Group { get; } = new("group");
        public static ScatterMode Overlay { get; } = new("overlay");
    }

    public sealed partial class ScrollZoom : AttributeValue
    {
        private ScrollZoom(object value)
            : base(value)
        {
        }

        public static ScrollZoom Cartesian { get; } = new("cartesian");
        public static ScrollZoom GL3D { get; } = new("gl3d");
        public static ScrollZoom Geo { get; } = new("geo");
        public static ScrollZoom Mapbox { get; } = new("mapbox");
        public static ScrollZoom All { get; } = new(true);
        public static ScrollZoom NoZoom { get; } = new(false);
    }
}
