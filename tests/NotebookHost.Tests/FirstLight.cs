namespace Tests;

public class FirstLight
{
    [Fact]
    public void The_project_builds_and_its_tests_run() => Assert.True(true);
}
