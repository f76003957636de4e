using Handhaving.ServiceDefaults.Errors;
using Xunit;

namespace Handhaving.ServiceDefaults.Tests.Errors;

/// <summary>"Percent-Encoded" of gRPC over HTTP/2. Clients that decode it with JavaScript's decodeURI leave the escape of a reserved character as it is.</summary>
public sealed class GrpcTrailersTests
{
    [Theory]
    [InlineData("a; b, c/d?e#f [g] {h} ~", "a; b, c/d?e#f [g] {h} ~")]
    [InlineData("50 % café", "50 %25 caf%C3%A9")]
    [InlineData("een\r\ntwee\u007f", "een%0D%0Atwee%7F")]
    [InlineData("\U0001F692", "%F0%9F%9A%92")]
    [InlineData("", "")]
    public void Only_the_percent_sign_and_what_is_no_printable_ascii_is_encoded(string message, string encoded)
    {
        var trailers = GrpcTrailers.Of(new() { Code = 3, Message = message }).ToDictionary(pair => pair.Name, pair => pair.Value);

        Assert.Equal(encoded, trailers["grpc-message"]);
        Assert.Equal(message, Uri.UnescapeDataString(encoded));
    }
}
