// Turns the slides of the lobby screen. Who wants less motion turns them by hand.
(function () {
  "use strict";
  var SECONDS = 14, RELOAD_MINUTES = 15;
  var all = Array.prototype.slice.call(document.querySelectorAll(".slide"));
  var calm = window.matchMedia && window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  var place = -1, paused = calm, button = document.getElementById("pause"), where = document.getElementById("where");

  // What has not begun is not shown; what has ended only if there is nothing else.
  function wanted() {
    var begun = all.filter(function (slide) { return !/\b(upcoming|undated)\b/.test(slide.className); });
    var fresh = begun.filter(function (slide) { return !/\bended\b/.test(slide.className); });
    return fresh.length ? fresh : begun;
  }
  function turn(step) {
    var slides = wanted();
    document.getElementById("nothing").hidden = slides.length > 0;
    if (!slides.length) { return; }
    place = (place + step + slides.length) % slides.length;
    all.forEach(function (slide) { slide.className = slide.className.replace(/ ?\bshown\b/, ""); });
    slides[place].className += " shown";
    where.textContent = (place + 1) + " / " + slides.length;
    fit(slides[place]);
  }
  // What is too full for the screen is set smaller until it fits.
  function fit(slide) {
    var inner = slide.querySelector(".inner"), size = 100;
    inner.style.zoom = "";
    while (size > 40 && slide.scrollHeight > slide.clientHeight + 1) {
      size -= 5;
      inner.style.zoom = size / 100;
    }
  }
  function tick() {
    var now = new Date(), minutes = now.getMinutes();
    document.getElementById("clock").textContent = now.getFullYear() + "年" + (now.getMonth() + 1) + "月" + now.getDate() + "日　" +
      "星期" + "日一二三四五六".charAt(now.getDay()) + "　" + now.getHours() + ":" + (minutes < 10 ? "0" : "") + minutes;
  }
  function pause(on) {
    paused = on;
    button.textContent = paused ? "自动翻页" : "暂停";
    button.setAttribute("aria-pressed", String(paused));
  }

  document.body.className += " turning";
  document.getElementById("controls").hidden = false;
  button.addEventListener("click", function () { pause(!paused); });
  document.getElementById("before").addEventListener("click", function () { turn(-1); });
  document.getElementById("after").addEventListener("click", function () { turn(1); });
  document.addEventListener("keydown", function (event) {
    if (event.key === "ArrowRight" || event.key === "PageDown") { turn(1); }
    if (event.key === "ArrowLeft" || event.key === "PageUp") { turn(-1); }
  });
  pause(paused);
  tick();
  turn(1);
  window.setInterval(tick, 10000);
  window.setInterval(function () { if (!paused) { turn(1); } }, SECONDS * 1000);
  window.setInterval(function () { window.location.reload(); }, RELOAD_MINUTES * 60000);
}());
