using Handhaving.Capacity.Rostering;
using Handhaving.Capacity.Rostering.Import;
using Handhaving.Capacity.Rostering.Problem;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Tests.Rostering;

public class NurseRosterFileTests
{
    [Fact]
    public void The_second_published_instance_is_read_whole()
    {
        var problem = Given.Published("nrp-instance2.txt");

        Assert.Equal((14, 2, 14, 28, 62), (problem.Period.Days, problem.Kinds.Count, problem.Employees.Count, problem.Cover.Count, problem.Wishes.Count));
        Assert.Equal([new("E")], problem.Kinds[1].NotTheNextDay);
        var fourth = problem.Employees[3];
        Assert.Equal((new Bounds(3360, 4320), new Bounds(2, 5), 2, 1), (fourth.Limits.Minutes, fourth.Limits.Run, fourth.Limits.ShortestFree, fourth.Limits.MostWeekends));
        Assert.Contains(new Exclusion(12, null, ExclusionReason.Leave), fourth.Exclusions);
        Assert.Contains(new Exclusion(0, new("L"), ExclusionReason.NotQualified), fourth.Exclusions);
        Assert.Equal(new CoverTarget(13, new("L"), 5, 100, 1), problem.Cover[^1]);
        Assert.Equal(new ShiftWish(new("M"), 11, new("L"), 1, WishKind.NotWork), problem.Wishes[^1]);
    }

    [Theory]
    [InlineData("SECTION_HORIZON\nmany")]
    [InlineData("SECTION_HORIZON\n-1")]
    [InlineData("# days\nSECTION_SHIFTS\nD,480,\nE,480")]
    [InlineData("SECTION_UNKNOWN\n1")]
    public void A_line_that_cannot_be_read_refuses_the_file_with_its_number(string text)
    {
        var broken = Assert.Throws<RuleBroken>(() => NurseRosterFile.Read(text));

        Assert.Equal(RosterRules.FileLine, broken.Rule);
        Assert.Equal($"{text.Split('\n').Length}", broken.Metadata["line"]);
    }

    [Fact]
    public void A_name_that_is_not_on_the_staff_is_refused()
    {
        const string Text = "SECTION_HORIZON\n7\nSECTION_SHIFTS\nD,480,\nSECTION_DAYS_OFF\nZ,0";

        Assert.Equal(RosterRules.Known, Assert.Throws<RuleBroken>(() => NurseRosterFile.Read(Text)).Rule);
    }
}
