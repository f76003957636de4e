using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http.Extensions;

namespace Handhaving.DevelopmentIdentity.Personas;

/// <summary>The page on which one chooses whom to be. Each choice is a link to the same request plus the persona.</summary>
public static class PersonaPage
{
    public static IResult For(PersonaList personas, HttpRequest request)
    {
        var choices = string.Join('\n', personas.All.Where(persona => persona.Client == "console").Select(persona => Choice(persona, request)));
        return Results.Content(Page(choices), "text/html; charset=utf-8");
    }

    private static string Choice(Persona persona, HttpRequest request)
    {
        var parameters = request.Query.Where(pair => pair.Key != "persona").ToDictionary();
        parameters["persona"] = persona.Name;
        var link = request.PathBase + request.Path + new QueryBuilder(parameters).ToQueryString();
        var areas = string.Join(", ", persona.Municipalities.Concat(persona.Teams));
        return $"<li><a href=\"{HtmlEncoder.Default.Encode(link)}\">{HtmlEncoder.Default.Encode(persona.DisplayName)}</a> <small>{HtmlEncoder.Default.Encode($"{persona.Name}, {areas}")}</small></li>";
    }

    private static string Page(string choices) =>
        $$"""
        <!doctype html>
        <html lang="nl">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width">
          <title>Aanmelden bij Handhaving (ontwikkelomgeving)</title>
          <style>
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #16202b; background: #fff }
            li { margin: .4rem 0 } a { color: #004a99 } small { color: #4a5560 }
          </style>
        </head>
        <body>
          <main>
            <h1>Wie wilt u zijn?</h1>
            <p>Dit is de ontwikkelomgeving. Kies een persoon om u als die persoon aan te melden. Alle personen zijn verzonnen.</p>
            <ul>
        {{choices}}
            </ul>
          </main>
        </body>
        </html>
        """;
}
