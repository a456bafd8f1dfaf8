"""Tries rendered pages in a browser: `check_pages.py DIRECTORY`.

Every page: strict HTML, no console message, no request, no serious violation in either theme, no sideways scrolling at
any width, the same text without scripts. Pages with tables or code: sorting and folding with the keyboard.
"""

import contextlib
import importlib.util
import pathlib
import re
import sys
import unittest

import html5lib
from browser import Browser
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

AXE = pathlib.Path(importlib.util.find_spec("axe_playwright_python").origin).with_name("axe.min.js")
# What a browser says about a script in a raw HTML output: the page's author wrote it, and it must not run.
BLOCKED_SCRIPT = re.compile(r"^about:srcdoc .*Blocked script execution")
# Goes to a place of the contents; answers whether it is marked there and in sight.
ASK_FOR = """
const done = arguments[arguments.length - 1];
const link = document.querySelectorAll(".contents a")[arguments[0]];
location.hash = link.hash;
setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => {
  const { top, bottom } = link.getBoundingClientRect();
  done([link.hasAttribute("aria-current"), top >= 0 && bottom <= innerHeight]);
})));
"""
# Only violations are told in full: of all that passes, a large page has too much to describe.
RUN_AXE = """
const done = arguments[arguments.length - 1];
axe.run({iframes: false, resultTypes: ["violations"]}).then(done, (error) => done({error: `${error}`}));
"""


def prose(text):
    """Text without the comforts that scripts add, as words."""
    return re.sub(r"\s+", " ", text).strip()


class PageTests(unittest.TestCase):
    directory = pathlib.Path(".")

    @classmethod
    def setUpClass(cls):
        cls.browser = Browser()
        cls.pages = sorted(cls.directory.resolve().glob("*.html"))
        cls.axe = AXE.read_text(encoding="utf-8")

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()

    def visits(self, **settings):
        """Each page, as a context in which it is open and named in every failure."""
        return [self.visit(page, settings) for page in self.pages]

    @contextlib.contextmanager
    def visit(self, page, settings):
        with self.subTest(page=page.name, **settings):
            self.browser.open(page, **settings)
            yield page

    def test_there_are_pages(self):
        self.assertTrue(self.pages, f"no page in {self.directory}")

    def test_the_markup_is_strict(self):
        for page in self.pages:
            with self.subTest(page=page.name):
                parser = html5lib.HTMLParser(strict=False)
                parser.parse(page.read_text(encoding="utf-8"))
                self.assertEqual(parser.errors, [])

    def test_the_console_is_silent(self):
        for visit in self.visits():
            with visit:
                self.assertEqual([m for m in self.browser.console() if not BLOCKED_SCRIPT.match(m)], [])

    def test_nothing_is_fetched(self):
        for visit in self.visits():
            with visit as page:
                self.assertEqual(self.browser.requests(), [page.as_uri()])

    def test_nothing_hinders_anyone(self):
        for theme in ("light", "dark"):
            for width in (360, 1400):
                for visit in self.visits(theme=theme, width=width):
                    with visit:
                        self.browser.run("for (const folded of document.querySelectorAll('details')) folded.open = true;")
                        self.browser.run(self.axe)
                        result = self.browser.driver.execute_async_script(RUN_AXE)
                        self.assertNotIn("error", result)
                        self.assertTrue(result["passes"])
                        self.assertEqual([self.described(violation) for violation in result["violations"]], [])

    def described(self, violation):
        places = ", ".join(str(node["target"]) for node in violation["nodes"][:5])
        return f"{violation['impact']}: {violation['id']}: {places}"

    def test_no_width_scrolls_sideways(self):
        for width in (320, 360, 800, 1400):
            for visit in self.visits(width=width):
                with visit:
                    self.assertLessEqual(self.browser.run("return document.documentElement.scrollWidth"), width)

    def test_the_text_needs_no_scripts(self):
        text = "return document.querySelector('main').textContent"
        without = []
        for visit in self.visits(scripts=False):
            with visit:
                without.append(prose(self.browser.run(text)))
                self.assertEqual(self.browser.run("return document.querySelectorAll('button').length"), 0)
        remove = "for (const button of document.querySelectorAll('.copy, .more')) button.remove();"
        for visit, expected in zip(self.visits(), without):
            with visit:
                self.browser.run(remove)
                self.assertEqual(prose(self.browser.run(text)), expected)

    def test_a_raw_output_runs_nothing(self):
        for visit in self.visits():
            with visit:
                self.assertNotEqual(self.browser.driver.title, "no")
                for frame in self.browser.driver.find_elements(By.CSS_SELECTOR, "iframe.raw"):
                    self.assertNotIn("allow-scripts", frame.get_attribute("sandbox"))
                    self.assertLess(frame.size["height"], 150)

    def test_tables_sort_with_the_keyboard(self):
        for visit in self.visits():
            with visit:
                for table in self.browser.driver.find_elements(By.CSS_SELECTOR, "figure.table table.data"):
                    for head in table.find_elements(By.CSS_SELECTOR, "th.n:has(button)"):
                        self.check_sorting(table, head)

    def check_sorting(self, table, head):
        column = self.browser.run("return arguments[0].cellIndex", head)
        rows = "return [...arguments[0].tBodies[0].rows].map((row) => row.textContent)"
        original = self.browser.run(rows, table)
        for order, is_reversed in (("ascending", False), ("descending", True)):
            head.find_element(By.TAG_NAME, "button").send_keys(Keys.ENTER)
            self.assertEqual(head.get_attribute("aria-sort"), order)
            values = [value for value in self.numbers(table, column) if value is not None]
            self.assertEqual(values, sorted(values, reverse=is_reversed))
        head.find_element(By.TAG_NAME, "button").send_keys(Keys.ENTER)
        self.assertIsNone(head.get_attribute("aria-sort"))
        self.assertEqual(self.browser.run(rows, table), original)

    def numbers(self, table, column):
        read = "return [...arguments[0].tBodies[0].rows].map((row) => row.cells[arguments[1]]).map((cell) => cell.dataset.value ?? cell.firstChild.data)"
        texts = self.browser.run(read, table, column)
        return [None if text == "–" else float(text.replace(",", "").replace("−", "-")) for text in texts]

    def test_numbers_stand_below_each_other(self):
        """The decimal points of a column, and of the ends of its ranges, are at the same place to a quarter of a pixel."""
        measure = """
            const places = {};
            for (const cell of arguments[0].querySelectorAll(`tbody td:nth-child(${arguments[1] + 1})`)) {
              const ends = [...cell.querySelectorAll(".range > span")].map((end) => end.firstChild);
              [cell.firstChild, ...ends].forEach((text, part) => {
                const point = text ? text.data.indexOf(".") : -1, range = document.createRange();
                if (cell.dataset.value || point < 0) return;
                range.setStart(text, point);
                range.setEnd(text, point + 1);
                (places[part] ??= []).push(range.getBoundingClientRect().left);
              });
            }
            return Object.values(places);"""
        for visit in self.visits():
            with visit:
                for table in self.browser.driver.find_elements(By.CSS_SELECTOR, "figure.table table.data"):
                    count = self.browser.run("return arguments[0].tHead.rows[0].cells.length", table)
                    for column in range(count):
                        for places in self.browser.run(measure, table, column):
                            self.assertLess(max(places) - min(places), 0.25)

    def test_the_theme_is_remembered(self):
        with self.visits(theme="light")[0]:
            ground = "return getComputedStyle(document.body).backgroundColor"
            before = self.browser.run(ground)
            self.browser.driver.find_element(By.CSS_SELECTOR, ".tools button:last-child").send_keys(Keys.ENTER)
            after = self.browser.run(ground)
            self.assertNotEqual(before, after)
            self.browser.driver.refresh()
            self.assertEqual(self.browser.run(ground), after)
            self.browser.run("localStorage.clear()")

    def test_all_code_folds_at_once(self):
        for visit in self.visits():
            with visit:
                open_listings = "return [...document.querySelectorAll('details.code')].filter((listing) => listing.open).length"
                for toggle in self.browser.driver.find_elements(By.XPATH, "//*[@class='tools']/button[contains(., 'code')]"):
                    toggle.send_keys(Keys.ENTER)
                    self.assertEqual(self.browser.run(open_listings), 0)
                    toggle.send_keys(Keys.ENTER)
                    self.assertGreater(self.browser.run(open_listings), 1)

    def test_the_contents_follow_the_reader(self):
        """Every place that the contents name is marked there when it is asked for, and the mark is in sight."""
        for visit in self.visits():
            with visit:
                self.browser.run("document.documentElement.style.scrollBehavior = 'auto';")
                count = self.browser.run("return document.querySelectorAll('.contents a').length")
                for index in range(count):
                    self.assertEqual(self.browser.driver.execute_async_script(ASK_FOR, index), [True, True], index)

    def test_the_first_stop_of_the_keyboard_leads_to_the_text(self):
        for visit in self.visits():
            with visit:
                body = self.browser.driver.find_element(By.TAG_NAME, "body")
                body.send_keys(Keys.TAB)
                self.browser.driver.switch_to.active_element.send_keys(Keys.ENTER)
                self.assertEqual(self.browser.run("return document.activeElement.tagName"), "MAIN")


if __name__ == "__main__":
    PageTests.directory = pathlib.Path(sys.argv.pop(1))
    unittest.main()
