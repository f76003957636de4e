using Handhaving.AppHost.Local.Commands;

namespace Handhaving.AppHost.Tests.Commands;

public sealed class AppHostOptionsTests
{
    [Theory]
    [InlineData("--scenario horeca --level L2")]
    [InlineData("--level L3 --clock 600 --fresh")]
    [InlineData("--no-simulator")]
    public void What_the_simulated_partner_plays_is_understood(string line)
    {
        Assert.Null(AppHostOptions.Parse(line.Split(' ')).Complaint);
    }

    [Theory]
    [InlineData("--level L4", "There is no level L4. Give --level L1, L2 or L3.")]
    [InlineData("--scenario", "--scenario needs a value.")]
    [InlineData("--clock", "--clock needs a value.")]
    [InlineData("--scenario nope", "There is no scenario nope. Give --scenario one of: gewone-avond, gewone-dag, horeca, jaarwisseling.")]
    [InlineData("--clock 0", "--clock 0 cannot be played. Give a number from 1 to 600: 1 is real time, 60 a minute a second.")]
    [InlineData("--clock 601", "--clock 601 cannot be played. Give a number from 1 to 600: 1 is real time, 60 a minute a second.")]
    [InlineData("--clock fast", "--clock needs a number.")]
    [InlineData("--speed 60", "'--speed' is not understood.")]
    public void What_is_not_understood_is_said_with_the_way_out(string line, string complaint)
    {
        var options = AppHostOptions.Parse(line.Split(' '));

        Assert.Equal((AppHostVerb.Help, complaint), (options.Verb, options.Complaint));
    }
}
