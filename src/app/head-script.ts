/**
 * Runs in <head> before the first paint: puts the stored theme and role on <html>, so that nothing
 * flashes and no depth opens and closes again. `?role=` in the address wins for this visit. Kept as text because it
 * must be inline; the build gives its hash to the Content-Security-Policy.
 * Whatever the storage holds, the page goes on: an unknown value is ignored.
 */
export const headScript = `(function(){
var d=document.documentElement,s={},r,t;
try{s=JSON.parse(localStorage.getItem('docker-mastery.progress')).settings||{}}catch(e){}
t=s.theme&&s.theme.value;
if(t==='light'||t==='dark')d.dataset.theme=t;
r=new URLSearchParams(location.search).get('role');
if(!/^(beginner|practitioner|manager)$/.test(r))r=s.role&&s.role.value;
d.dataset.role=/^(beginner|practitioner|manager)$/.test(r)?r:'beginner';
})()`
