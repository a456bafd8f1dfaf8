/// The one script of a page. It only adds comforts: without it the page says the same.
enum PageScript {
    /// Theme, folding, copying, sorting, long tables, frames, scrolling by keyboard, the reader's place in the
    /// contents.
    ///
    /// The theme is set at once, so that no page flashes in the wrong one; the rest waits for the document.
    static let text = #"""

        "use strict";
        (() => {
          const root = document.documentElement;
          const remembered = {
            get theme() { try { return localStorage.getItem("theme"); } catch { return null; } },
            set theme(value) { try { localStorage.setItem("theme", value); } catch { /* a page from a file may not store */ } },
          };
          if (["light", "dark"].includes(remembered.theme)) root.dataset.theme = remembered.theme;

          const all = (selector, parent = document) => [...parent.querySelectorAll(selector)];
          const button = (label, action) => {
            const element = document.createElement("button");
            element.type = "button";
            element.textContent = label;
            element.addEventListener("click", () => action(element));
            return element;
          };

          const isDark = () => root.dataset.theme
            ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;

          function addThemeToggle(tools) {
            const toggle = button("Dark", () => {
              root.dataset.theme = remembered.theme = isDark() ? "light" : "dark";
              show();
              all("iframe.raw").forEach(fit);
            });
            const show = () => toggle.setAttribute("aria-pressed", isDark());
            matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
            show();
            tools.append(toggle);
          }

          function addFolding(tools) {
            const listings = all("details.code");
            if (listings.length < 2) return;
            const isOpen = () => listings.some((listing) => listing.open);
            const toggle = button("Hide code", () => {
              const open = !isOpen();
              for (const listing of listings) listing.open = open;
            });
            const show = () => toggle.setAttribute("aria-pressed", !isOpen());
            for (const listing of listings) listing.addEventListener("toggle", show);
            show();
            tools.prepend(toggle);
          }

          function addCopying() {
            if (!navigator.clipboard) return;
            const status = document.createElement("p");
            status.className = "announced";
            status.setAttribute("role", "status");
            document.body.append(status);
            for (const listing of all("details.code")) {
              const name = listing.querySelector(".title").textContent;
              const copy = button("Copy", async (pressed) => {
                await navigator.clipboard.writeText(listing.querySelector("code").textContent.replace(/\n$/, ""));
                say(pressed, "Copied");
                status.textContent = pressed.ariaLabel;
                setTimeout(() => {
                  say(pressed, "Copy");
                  status.textContent = "";
                }, 1500);
              });
              const say = (pressed, word) => {
                pressed.textContent = word;
                pressed.setAttribute("aria-label", `${word} the code: ${name}`);
              };
              say(copy, "Copy");
              copy.className = "copy";
              listing.append(copy);
            }
          }

          const number = (cell) => parseFloat(
            cell.dataset.value ?? cell.textContent.replace(/,/g, "").replace("−", "-").replace("∞", "Infinity"));

          /* Ascending, then descending, then as it was. */
          const next = { ascending: "descending", descending: null };

          function sort(table, original, column, head) {
            const direction = head.hasAttribute("aria-sort") ? next[head.getAttribute("aria-sort")] : "ascending";
            for (const other of all("th", table)) other.removeAttribute("aria-sort");
            if (!direction) return table.tBodies[0].append(...original);
            head.setAttribute("aria-sort", direction);
            const sign = direction === "ascending" ? 1 : -1;
            const isNumeric = head.classList.contains("n");
            const key = (row) => row.cells[column].textContent;
            const order = (one, other) => isNumeric
              ? number(one.cells[column]) - number(other.cells[column])
              : key(one).localeCompare(key(other), "en", { numeric: true });
            const missing = original.filter((row) => key(row) === "–");
            const present = original.filter((row) => key(row) !== "–").sort((one, other) => sign * order(one, other));
            table.tBodies[0].append(...present, ...missing);
          }

          function addSorting() {
            for (const table of all("table.data")) {
              const original = [...table.tBodies[0].rows];
              if (original.length < 3) continue;
              all("thead th", table).forEach((head, column) => {
                const press = button("", () => sort(table, original, column, head));
                press.append(...head.childNodes);
                head.append(press);
              });
            }
          }

          function addShowingAll() {
            for (const frame of all(".long")) {
              const count = frame.querySelectorAll("tbody > tr").length;
              const more = button(`Show all ${count} rows`, () => {
                const open = frame.classList.toggle("all");
                more.textContent = open ? "Show fewer rows" : `Show all ${count} rows`;
                more.setAttribute("aria-expanded", open);
              });
              more.classList.add("more");
              more.setAttribute("aria-expanded", "false");
              frame.after(more);
            }
          }

          function fit(frame) {
            const inner = frame.contentDocument;
            if (!inner?.body) return;
            inner.documentElement.style.colorScheme = isDark() ? "dark" : "light";
            frame.style.height = `${inner.body.scrollHeight + 2}px`;
          }

          function fitFrames() {
            for (const frame of all("iframe.raw")) {
              frame.addEventListener("load", () => fit(frame));
              fit(frame);
            }
          }

          const scrollerName = (place) => place.matches(".formula") ? "Formula"
            : place.matches(".excerpt") ? "Line of the notebook"
            : place.closest("figure").querySelector(".number").textContent.replace(/\.$/, "");

          /* A place that can be scrolled must be reachable and have a name; where nothing is cut off, it is no stop. */
          function reachScrollers() {
            const mark = () => {
              for (const place of all(".formula, .excerpt, .canvas")) {
                if (place.scrollWidth > place.clientWidth) {
                  place.tabIndex = 0;
                  place.setAttribute("role", "group");
                  place.setAttribute("aria-label", `${scrollerName(place)}, scrolls sideways`);
                } else {
                  for (const name of ["tabindex", "role", "aria-label"]) place.removeAttribute(name);
                }
              }
            };
            addEventListener("resize", mark);
            mark();
          }

          function followReader() {
            const links = new Map(all(".contents a").map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
            const places = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
            const reached = () => {
              const passed = places.filter((place) => place.getBoundingClientRect().top < innerHeight / 4);
              if (scrollY + innerHeight < root.scrollHeight - 2) return passed.at(-1);
              /* The last places cannot come to the top: at the end the one asked for counts, or else the last. */
              const asked = places.indexOf(document.querySelector(":target"));
              if (asked >= passed.length) return places[asked];
              return scrollY > 0 ? places.at(-1) : passed.at(-1);
            };
            const reveal = (link) => {
              const list = link.closest(".contents");
              const [frame, place] = [list, link].map((element) => element.getBoundingClientRect());
              if (place.top >= frame.top && place.bottom <= Math.min(frame.bottom, innerHeight)) return;
              list.scrollTop += place.top - frame.top - list.clientHeight / 2;
            };
            const mark = () => {
              const current = links.get(reached()?.id);
              if (current?.hasAttribute("aria-current")) return;
              if (current) reveal(current);
              for (const link of links.values()) {
                if (link === current) link.setAttribute("aria-current", "location");
                else link.removeAttribute("aria-current");
              }
            };
            let waiting = false;
            addEventListener("scroll", () => {
              if (waiting) return;
              waiting = true;
              requestAnimationFrame(() => { waiting = false; mark(); });
            }, { passive: true });
            addEventListener("hashchange", mark);
            mark();
          }

          document.addEventListener("DOMContentLoaded", () => {
            const tools = document.querySelector(".tools");
            addThemeToggle(tools);
            addFolding(tools);
            addCopying();
            addSorting();
            addShowingAll();
            fitFrames();
            reachScrollers();
            followReader();
            for (const link of all(".contents a")) {
              link.addEventListener("click", () => link.closest("details").removeAttribute("open"));
            }
          });
        })();

        """#
}
