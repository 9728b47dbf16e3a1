// Asks twice a second whether the page is still the newest. It works from a folder too: a script may be read there.
(function () {
  "use strict";
  var mine = document.body.getAttribute("data-version");
  window.docgenPreview = function (newest) {
    if (newest !== mine) { window.location.reload(); }
  };
  function ask() {
    var script = document.createElement("script");
    script.src = "version.js?" + Date.now();
    script.onload = script.onerror = function () { script.remove(); window.setTimeout(ask, 400); };
    document.head.appendChild(script);
  }
  ask();
}());
