using System.Text.RegularExpressions;
using Google.Rpc;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Incidents;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Tests.Refusals;

/// <summary>Sentences for people name a state in Dutch; systems find its code in the metadata.</summary>
public sealed partial class DutchSentenceTests
{
    [Fact]
    public void A_refused_step_of_a_job_names_its_state_in_Dutch_and_keeps_the_code_for_systems()
    {
        var broken = Assert.Throws<RuleBroken>(() => Given.Assignment(AssignmentState.Offered).Move(AssignmentState.OnScene, Given.Act(5)));

        Assert.Equal("Dit kan nu niet: de inzet heeft de stand aangeboden. Kijk wat er nu staat en kies een passende stap.", Dutch(broken));
        Assert.Equal(("Offered", "OnScene"), (broken.Metadata["from"], broken.Metadata["to"]));
    }

    [Fact]
    public void No_state_of_a_job_is_named_in_English()
    {
        foreach (var (from, to) in from first in Enum.GetValues<AssignmentState>() from next in Enum.GetValues<AssignmentState>() where !AssignmentRules.Allows(first, next) select (first, next))
            Assert.Null(Problem(Assert.Throws<RuleBroken>(() => Given.Assignment(from).Move(to, Given.Act(5)))));
        Assert.Null(Problem(Assert.Throws<RuleBroken>(() => Given.Incident().Accepted().Transport(Given.AssignmentName(), Given.Act(5)))));
    }

    [Fact]
    public void No_activity_is_named_in_English()
    {
        foreach (var (from, to) in from first in Enum.GetValues<UnitActivity>() from next in Enum.GetValues<UnitActivity>() where !DutyRules.Allows(first, next) select (first, next))
        {
            var broken = Assert.Throws<RuleBroken>(() => (Duty.Start(Given.Now) with { Activity = from }).Change(to, hasJob: false, Given.Called, Given.Act(5)));

            Assert.Null(Problem(broken));
            Assert.Equal((from.ToString(), to.ToString()), (broken.Metadata["from"], broken.Metadata["to"]));
        }
    }

    [Fact]
    public void No_sentence_has_a_place_for_a_code() =>
        Assert.Empty(Contract.Rules.Where(rule => PlaceForCode().IsMatch(rule.Dutch)).Select(rule => rule.Reason));

    private static string? Problem(RuleBroken broken) => Contract.EnglishState().Match(Dutch(broken)) is { Success: true } state ? state.Value : null;

    private static string Dutch(RuleBroken broken) => ErrorTable.For(broken).GetDetail<LocalizedMessage>().Message;

    [GeneratedRegex(@"\{(from|to|state|source|kind|phase|activity)\}")]
    private static partial Regex PlaceForCode();
}
