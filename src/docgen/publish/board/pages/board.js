// Counts the working days that are left, and puts each notice where it belongs today.
(function () {
  "use strict";
  var box = document.getElementById("calendar");
  if (!box) { return; }
  var calendar = JSON.parse(box.textContent);

  function two(number) { return (number < 10 ? "0" : "") + number; }
  function iso(date) { return date.getUTCFullYear() + "-" + two(date.getUTCMonth() + 1) + "-" + two(date.getUTCDate()); }
  function date(day) { var p = day.split("-"); return new Date(Date.UTC(+p[0], +p[1] - 1, +p[2])); }
  function next(day) { return iso(new Date(date(day).getTime() + 86400000)); }
  function chinese(day) { var p = day.split("-"); return +p[0] + "年" + (+p[1]) + "月" + (+p[2]) + "日"; }
  function isWorkday(day) {
    if (calendar.workdays.indexOf(day) >= 0) { return true; }
    var weekday = date(day).getUTCDay();
    return weekday > 0 && weekday < 6 && calendar.holidays.indexOf(day) < 0;
  }
  function workdays(start, end) {
    var count = 0;
    for (var day = start; day <= end; day = next(day)) { if (isWorkday(day)) { count += 1; } }
    return count;
  }
  function left(count, todayCounts) {
    if (!count) { return "公示期内已没有工作日"; }
    if (count === 1 && todayCounts) { return "今天是最后一个工作日"; }
    return "还剩" + count + "个工作日" + (todayCounts ? "（含今天）" : "");
  }
  function standing(start, end, day) {
    if (!start || !end) { return { state: "undated", text: "公示期待定" }; }
    if (day < start) { return { state: "upcoming", text: chinese(start) + "开始" }; }
    if (day > end) { return { state: "ended", text: "已于" + chinese(end) + "结束" }; }
    return { state: "current", text: left(workdays(day, end), isWorkday(day)) };
  }
  function today() {
    var now = new Date();
    return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  }
  function each(selector, action) { Array.prototype.forEach.call(document.querySelectorAll(selector), action); }

  // The soonest first; of what is over, the latest.
  function sort(list) {
    var name = "data-" + list.getAttribute("data-by"), sign = list.hasAttribute("data-latest") ? -1 : 1;
    var most = +list.getAttribute("data-most");
    function key(card) { return card.getAttribute(name) || "9999"; }
    var before = Array.prototype.slice.call(list.children);
    var after = before.slice().sort(function (one, other) {
      return sign * (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0);
    });
    // A card that is moved loses the focus.
    if (after.some(function (card, place) { return card !== before[place]; })) {
      after.forEach(function (card) { list.appendChild(card); });
    }
    if (most) { after.forEach(function (card, place) { card.hidden = place >= most; }); }
  }

  function judge() {
    var day = today();
    each("[data-period]", function (element) {
      var stands = standing(element.getAttribute("data-start"), element.getAttribute("data-end"), day);
      element.className = element.className.replace(/\b(current|upcoming|ended|undated)\b/, stands.state);
      Array.prototype.forEach.call(element.querySelectorAll(".status"), function (status) { status.textContent = stands.text; });
      // What is posted is not to be read before its first day.
      Array.prototype.forEach.call(element.querySelectorAll("[data-body]"), function (body) { body.hidden = stands.state === "upcoming"; });
      Array.prototype.forEach.call(element.querySelectorAll(".waits"), function (note) { note.hidden = stands.state !== "upcoming"; });
      var home = document.querySelector('[data-holds~="' + stands.state + '"]');
      if (home && element.parentNode !== home && element.parentNode.hasAttribute("data-holds")) { home.appendChild(element); }
      if (element.hasAttribute("data-ended-only")) { element.hidden = stands.state !== "ended"; }
    });
    each("[data-by]", sort);
    each("[data-holds]", function (list) {
      var group = list.parentNode, empty = group.querySelector(".none");
      if (empty) { empty.hidden = list.children.length > 0; }
      else { group.hidden = list.children.length === 0; }
    });
    each("[data-count]", function (number) {
      var list = document.querySelector('[data-holds~="' + number.getAttribute("data-count") + '"]');
      if (list) { number.textContent = list.children.length; }
    });
    each("[data-today]", function (text) { text.textContent = "今天是" + chinese(day) + "。"; });
  }

  function find() {
    each(".find", function (form) {
      var input = form.querySelector("input");
      form.hidden = false;
      input.addEventListener("input", function () {
        var words = input.value.trim();
        each("[data-named]", function (element) { element.hidden = words !== "" && element.getAttribute("data-named").indexOf(words) < 0; });
      });
    });
  }

  window.docgenBoard = { standing: standing, today: today, judge: judge };
  judge();
  find();
  window.setInterval(judge, 600000);
}());
