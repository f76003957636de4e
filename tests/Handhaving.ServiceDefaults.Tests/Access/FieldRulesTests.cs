using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Handhaving.Dispatch.V1;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Errors;
using Xunit;

namespace Handhaving.ServiceDefaults.Tests.Access;

/// <summary>The form of requests, by the field rules of the real contract.</summary>
public sealed class FieldRulesTests
{
    public static TheoryData<string, double> WrongNumbers => new()
    {
        { "NOT_A_NUMBER", double.NaN }, { "TOO_LOW", -90.0001 }, { "TOO_HIGH", 90.0001 }, { "NOT_A_NUMBER", double.PositiveInfinity }, { "NOT_A_NUMBER", double.NegativeInfinity },
    };

    [Fact]
    public void A_good_request_passes()
    {
        FieldRules.Require(Given.Report());
        FieldRules.Require(Given.Positions(200));
    }

    [Fact]
    public void An_empty_request_names_every_missing_field_at_once() => Assert.Equal(
        [("parent", "REQUIRED"), ("incident", "REQUIRED"), ("request_id", "REQUIRED")], Broken(new ReportIncidentRequest()));

    [Fact]
    public void Wrong_fields_inside_messages_are_named_by_their_path()
    {
        var request = Given.Report();
        request.Incident.Location.Position = null;
        request.Incident.Location.Description = new string('a', 301);
        request.Incident.Priority = 6;

        Assert.Equal([("incident.priority", "TOO_HIGH"), ("incident.location.position", "REQUIRED"), ("incident.location.description", "TOO_LONG")], Broken(request));
    }

    [Fact]
    public void Wrong_fields_inside_lists_are_named_by_their_place()
    {
        var request = Given.Positions(3);
        request.Fixes[1].Unit = "";
        request.Fixes[2].Fix.FixTime = null;

        Assert.Equal([("fixes[1].unit", "REQUIRED"), ("fixes[2].fix.fix_time", "REQUIRED")], Broken(request));
    }

    [Theory]
    [InlineData(" \u00a0\t")]
    [InlineData("\u3164\u2800")]
    [InlineData("\u00ad\u200d")]
    [InlineData("\U000e0041")]
    public void A_text_that_draws_nothing_is_blank(string text) => Assert.Contains(("text", "REQUIRED"), Broken(new AddNoteRequest { Name = "municipalities/0888/incidents/1", Text = text, RequestId = Guid.NewGuid().ToString() }));

    [Theory, MemberData(nameof(WrongNumbers))]
    public void A_number_out_of_range_or_no_number_is_refused(string reason, double latitude)
    {
        var request = Given.Report();
        request.Incident.Location.Position.Latitude = latitude;

        Assert.Equal([("incident.location.position.latitude", reason)], Broken(request));
    }

    [Theory]
    [InlineData(0, "REQUIRED")]
    [InlineData(99, "UNKNOWN_VALUE")]
    [InlineData(-1, "UNKNOWN_VALUE")]
    public void An_enum_value_that_is_not_defined_is_refused(int source, string reason)
    {
        var request = Given.Report();
        request.Incident.Source = (IncidentSource)source;

        Assert.Equal([("incident.source", reason)], Broken(request));
    }

    [Theory]
    [InlineData("not-a-uuid")]
    [InlineData("{019575a1-0000-7000-8000-000000000001}")]
    [InlineData("019575a1000070008000000000000001")]
    [InlineData("019575a1-0000-7000-8000-00000000000g")]
    [InlineData("'; drop table incident; --0000000000")]
    public void A_request_id_that_is_no_uuid_is_refused(string id)
    {
        var request = Given.Report();
        request.RequestId = id;

        Assert.Equal([("request_id", "NOT_A_UUID")], Broken(request));
    }

    [Theory]
    [InlineData(0, "TOO_FEW")]
    [InlineData(201, "TOO_MANY")]
    public void A_list_of_the_wrong_size_is_refused(int count, string reason) => Assert.Equal([("fixes", reason)], Broken(Given.Positions(count)));

    [Fact]
    public void A_list_that_is_too_long_is_not_entered_and_costs_nothing()
    {
        var request = new ReportPositionsRequest { Parent = "municipalities/0888", Fixes = { Enumerable.Repeat(new UnitFix(), 100_000) } };
        FieldRules.Require(Given.Positions());
        var before = GC.GetAllocatedBytesForCurrentThread();

        var broken = Assert.Throws<RuleBroken>(() => FieldRules.Require(request));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
        Assert.Equal([new("fixes", "TOO_MANY", "takes at most 200 items")], broken.Violations);
        Assert.Equal(new("fixes", 100_000), broken.Unchecked);
    }

    [Fact]
    public void When_enough_is_wrong_the_rest_is_counted_and_not_looked_at()
    {
        var request = Given.Positions(200);
        foreach (var fix in request.Fixes) fix.Fix = new() { Position = new() { Latitude = 500, Longitude = 500 }, FixTime = new() { Nanos = -1 }, AccuracyMeters = -1, HeadingDegrees = -1 };

        var broken = Assert.Throws<RuleBroken>(() => FieldRules.Require(request));

        Assert.InRange(broken.Violations.Count, 20, 25);
        Assert.Equal(("fixes[0].fix.position.latitude", "TOO_HIGH"), (broken.Violations[0].Field, broken.Violations[0].Reason));
        Assert.Equal(new("fixes[3].fix.source", 197), broken.Unchecked);
    }

    [Theory]
    [InlineData("Jan Jansen", "WRONG_FORM")]
    [InlineData("b-101\n", "WRONG_FORM")]
    [InlineData("b-101;", "WRONG_FORM")]
    public void A_text_of_another_form_is_refused(string officer, string reason)
    {
        var request = new SignOnUnitRequest { Name = "municipalities/0888/units/b-1", RequestId = Given.RequestId, Crew = { new CrewMember { Officer = officer } } };

        Assert.Equal([("crew[0].officer", reason)], Broken(request));
    }

    [Theory]
    [InlineData("voor\0na", "U+0000")]
    [InlineData("voor\u001bna", "U+001B")]
    [InlineData("voor\u007fna", "U+007F")]
    [InlineData("voor\u0085na", "U+0085")]
    [InlineData("voor\u202ena", "U+202E")]
    [InlineData("voor\u200bna", "U+200B")]
    [InlineData("voor\u061cna", "U+061C")]
    [InlineData("\ufeffvoor", "U+FEFF")]
    [InlineData("voor\u2066na", "U+2066")]
    [InlineData("voor\u2069na", "U+2069")]
    public void A_text_with_a_character_that_nobody_sees_is_refused_in_words_that_say_so(string text, string named)
    {
        var request = Given.Report();
        request.Incident.Description = text;

        var broken = Assert.Throws<RuleBroken>(() => FieldRules.Require(request));

        Assert.Equal([new("incident.description", "UNSEEN_CHARACTER", $"must not hold the character {named}")], broken.Violations);
        Assert.StartsWith("In een tekst staat een teken dat u niet ziet", broken.Told?.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_and_tabs_belong_in_sentences_and_not_in_what_is_one_line()
    {
        var request = Given.Report();
        request.Incident.Description = "regel een\r\n\tregel twee";
        FieldRules.Require(request);

        var find = new SearchIncidentsRequest { Parent = "municipalities/0888", Query = "Markt\n12" };
        Assert.Contains(("query", "UNSEEN_CHARACTER"), Broken(find));
    }

    [Fact]
    public void A_coordinate_that_is_no_number_has_its_own_sentence_and_beside_other_faults_the_common_one()
    {
        var request = Given.Report();
        (request.Incident.Location.Position.Latitude, request.Incident.Location.Position.Longitude) = (double.NaN, double.PositiveInfinity);
        Assert.StartsWith("Een getal of een coördinaat is geen getal", Assert.Throws<RuleBroken>(() => FieldRules.Require(request)).Told?.Dutch, StringComparison.Ordinal);

        request.Incident.Priority = 6;
        Assert.Null(Assert.Throws<RuleBroken>(() => FieldRules.Require(request)).Told);
    }

    [Fact]
    public void A_longest_length_counts_characters_as_people_do_and_not_the_halves_they_are_stored_in()
    {
        var request = Given.Report();
        request.Incident.Location.Description = string.Concat(Enumerable.Repeat("\U0001F692", 300));
        FieldRules.Require(request);

        request.Incident.Location.Description += "\U0001F692";
        Assert.Equal([("incident.location.description", "TOO_LONG")], Broken(request));
    }

    [Theory]
    [InlineData(long.MaxValue, 0)]
    [InlineData(long.MinValue, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 1_000_000_000)]
    public void A_time_that_is_no_time_is_refused(long seconds, int nanos)
    {
        var request = Given.Report();
        request.Incident.ReportTime = new Timestamp { Seconds = seconds, Nanos = nanos };

        Assert.Equal([("incident.report_time", "NOT_A_TIME")], Broken(request));
    }

    [Fact]
    public void A_whole_or_single_precision_number_has_a_range_as_any_other() => Assert.Equal(
        [("length_meters", "TOO_HIGH"), ("count", "TOO_HIGH"), ("share", "NOT_A_NUMBER")],
        Broken(new FieldVectors { LengthMeters = 5_000_000_001, Count = 11, Share = float.NaN, Chosen = 1 }));

    [Fact]
    public void A_rule_on_a_list_holds_for_each_of_its_items() => Assert.Equal(
        [("tags[0]", "REQUIRED"), ("tags[1]", "TOO_LONG"), ("tags[2]", "WRONG_FORM"), ("tags[2]", "UNSEEN_CHARACTER"), ("numbers[1]", "TOO_LOW"), ("times[0]", "NOT_A_TIME")],
        Broken(new FieldVectors { LengthMeters = 1, Chosen = 1, Tags = { "", "abcdef", "a\0" }, Numbers = { 1, 0 }, Times = { new Timestamp { Nanos = -1 } } }));

    [Fact]
    public void A_number_that_may_be_left_out_has_a_range_only_when_it_is_given()
    {
        Assert.Equal([("chosen", "REQUIRED")], Broken(new FieldVectors { LengthMeters = 1 }));
        Assert.Equal([("chosen", "TOO_LOW"), ("bearing_degrees", "TOO_LOW")], Broken(new FieldVectors { LengthMeters = 1, Chosen = 0, BearingDegrees = 0 }));
        FieldRules.Require(new FieldVectors { LengthMeters = 5_000_000_000, Count = 10, Share = 1, Chosen = 1, Tags = { "a", "abcde" }, Numbers = { 1 } });
    }

    private static IEnumerable<(string, string)> Broken(IMessage request)
    {
        var broken = Assert.Throws<RuleBroken>(() => FieldRules.Require(request));
        Assert.Equal(Reasons.InvalidRequest, broken.Rule);
        return broken.Violations.Select(violation => (violation.Field, violation.Reason));
    }
}
