const greeting = document.getElementById("greeting");
greeting.innerHTML = "Hello " + decodeURIComponent(location.hash.slice(1));
