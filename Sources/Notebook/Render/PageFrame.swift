import Markup

/// Everything around the articles of a page: head, policy, header, contents.
struct PageFrame {
    /// A step on the way from the start to this page.
    struct Step {
        var text: String
        /// Nil for the page itself.
        var address: String?
    }

    var title: String
    var contents: ContentsList
    var body: HTML
    var path: [Step]
    /// Whether the articles are several notebooks, one level below the page's own heading.
    var isCollection = false
    /// Whether raw HTML stands on the page.
    var holdsFrames: Bool

    /// The whole file.
    var markup: String {
        let page = HTML("html", ["lang": "en"]) {
            head
            HTML("body") {
                HTML("a", ["class": "skip", "href": "#\(Self.mainID)"]) { "Skip to the text" }
                header
                if !contents.isEmpty { navigation }
                main
            }
        }
        return "<!DOCTYPE html>\n" + page.markup + "\n"
    }

    /// No cell can have this id: theirs hold no colon.
    private static let mainID = "page:text"

    private var head: HTML {
        HTML("head") {
            HTML("meta", ["charset": "utf-8"])
            HTML(
                "meta",
                ["http-equiv": "Content-Security-Policy", "content": ContentSecurity.policy(holdsFrames: holdsFrames)])
            HTML("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
            HTML("meta", ["name": "color-scheme", "content": "light dark"])
            HTML("meta", ["name": "referrer", "content": "no-referrer"])
            HTML("title") { title }
            HTML("link", ["rel": "icon", "href": "data:,"])
            HTML("style") { HTML(verbatim: StyleSheet.page) }
            HTML("script") { HTML(verbatim: PageScript.text) }
        }
    }

    private var main: HTML {
        HTML("main", ["id": Self.mainID, "tabindex": "-1", "class": isCollection ? "collection" : nil]) { body }
    }

    private var header: HTML {
        HTML("header", ["class": "top"]) {
            HTML("nav", ["class": "path", "aria-label": "Place"]) {
                HTML("ol") {
                    for step in path {
                        HTML("li") {
                            if let address = step.address {
                                HTML("a", ["href": address]) { step.text }
                            } else {
                                HTML("span", ["aria-current": "page"]) { step.text }
                            }
                        }
                    }
                }
            }
            HTML("div", ["class": "tools"])
        }
    }

    /// Folded on a narrow screen, beside the text on a wide one.
    private var navigation: HTML {
        HTML("nav", ["class": "contents", "aria-label": "Contents"]) {
            HTML("details") {
                HTML("summary") { "Contents" }
                contents.html
            }
        }
    }
}
