" Driven by vim.test.ts: opens the fixture in Vim with ALE, as docs/editors.md sets it up, and writes down what it saw,
" as JSON. The environment names these settings, the workspace, the places to ask at and the file to write to.
set nocompatible hidden noswapfile
packadd ale
let s:folder = $SICETNON_WORKSPACE
let s:faults = str2nr($SICETNON_FAULTS)
let s:questions = json_decode($SICETNON_QUESTIONS)
let s:seen = {'hovers': [], 'definitions': []}

let g:ale_linters = {'markdown': ['sicetnon']}
let g:ale_lint_delay = 0
let g:ale_hover_to_preview = 1
let g:ale_echo_cursor = 0
filetype on
source $SICETNON_SETTINGS

function! s:Wait(what, Holds) abort
  let l:started = reltime()
  while !a:Holds()
    if reltimefloat(reltime(l:started)) > 60 | throw 'waited in vain for ' . a:what | endif
    sleep 20m
  endwhile
endfunction

function! s:Open(name) abort
  execute 'edit ' . fnameescape(s:folder . '/' . a:name)
  set filetype=markdown
  return bufnr('')
endfunction

function! s:Reported(buffer) abort
  let l:found = filter(copy(ale#engine#GetLoclist(a:buffer)), 'v:val.linter_name ==# "sicetnon"')
  return map(l:found, {_, each -> {
  \   'code': get(each, 'code', ''), 'source': each.linter_name,
  \   'line': each.lnum - 1, 'column': each.col - 1, 'message': each.text}})
endfunction

function! s:WaitFor(count, buffer) abort
  call s:Wait(a:count . ' findings', {-> len(s:Reported(a:buffer)) == a:count})
  return s:Reported(a:buffer)
endfunction

" The lines of the preview window that :ALEHover opens.
function! s:Hover() abort
  pclose
  ALEHover
  call s:Wait('a hover', {-> len(filter(range(1, winnr('$')), 'getwinvar(v:val, "&previewwindow")')) > 0})
  wincmd P
  let l:lines = getline(1, '$')
  wincmd p
  pclose
  return join(l:lines, "\n")
endfunction

function! s:Definition(buffer, from) abort
  ALEGoToDefinition
  call s:Wait('a jump', {-> bufnr('') != a:buffer || getpos('.')[1:2] != a:from})
  let l:found = {'file': expand('%:t'), 'line': getline('.')}
  execute 'buffer ' . a:buffer
  return l:found
endfunction

function! s:Session() abort
  let l:faulty = s:Open('faults.md')
  ALELint
  let s:seen.faults = s:WaitFor(s:faults, l:faulty)

  let l:reading = s:Open('reading.md')
  ALELint
  for l:question in s:questions
    let l:place = [l:question.line + 1, l:question.column + 1]
    call cursor(l:place)
    call add(s:seen.hovers, s:Hover())
    call cursor(l:place)
    call add(s:seen.definitions, s:Definition(l:reading, l:place))
  endfor

  execute 'buffer ' . l:faulty
  call append(0, ['A line before all[^late].', ''])
  ALELint
  let s:seen.edited = s:WaitFor(s:faults + 1, l:faulty)
  silent undo
  ALELint
  let s:seen.undone = s:WaitFor(s:faults, l:faulty)
  ALEStopAllLSPs
endfunction

try
  call s:Session()
catch
  let s:seen.failure = v:exception . ' at ' . v:throwpoint
endtry
call writefile([json_encode(s:seen)], $SICETNON_SEEN)
qall!
