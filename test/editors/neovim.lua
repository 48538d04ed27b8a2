-- Driven by neovim.test.ts: opens the fixture in Neovim's own LSP client and writes down what it saw, as JSON. The
-- environment names the settings on docs/editors.md, the workspace, the places to ask at and the file to write to.
local folder = os.getenv('SICETNON_WORKSPACE')
local questions = vim.fn.json_decode(os.getenv('SICETNON_QUESTIONS'))
local faults = tonumber(os.getenv('SICETNON_FAULTS'))
local patience = 30000
local seen = { hovers = {}, definitions = {} }

local function wait(what, condition)
  if not vim.wait(patience, condition, 10) then error('waited in vain for ' .. what) end
end

local function open(name)
  vim.cmd('edit ' .. vim.fn.fnameescape(folder .. '/' .. name))
  local buffer = vim.api.nvim_get_current_buf()
  vim.bo[buffer].filetype = 'markdown'
  return buffer
end

local function diagnostics(buffer)
  local list = {}
  for _, each in ipairs(vim.diagnostic.get(buffer)) do
    table.insert(list, { code = each.code, source = each.source, line = each.lnum, column = each.col, message = each.message })
  end
  return list
end

-- The window that vim.lsp.buf.hover() opens: what a person sees.
local function floating()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then return window end
  end
end

local function hover()
  vim.lsp.buf.hover()
  wait('a hover window', floating)
  local window = floating()
  local lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
  vim.api.nvim_win_close(window, true)
  return table.concat(lines, '\n')
end

local function definition(buffer)
  local from = vim.api.nvim_win_get_cursor(0)
  vim.lsp.buf.definition()
  wait('a jump', function()
    local now = vim.api.nvim_win_get_cursor(0)
    return vim.api.nvim_get_current_buf() ~= buffer or now[1] ~= from[1] or now[2] ~= from[2]
  end)
  local found = { file = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(0), ':t'), line = vim.api.nvim_get_current_line() }
  vim.cmd('buffer ' .. buffer)
  return found
end

local function session()
  dofile(os.getenv('SICETNON_SETTINGS'))
  local faulty = open('faults.md')
  wait('the server', function() return next(vim.lsp.buf_get_clients(faulty)) end)
  local client = next(vim.lsp.buf_get_clients(faulty))
  wait('the greeting', function()
    local held = vim.lsp.get_client_by_id(client)
    return held and held.initialized
  end)

  wait('diagnostics', function() return #vim.diagnostic.get(faulty) >= faults end)
  seen.faults = diagnostics(faulty)

  local reading = open('reading.md')
  assert(next(vim.lsp.buf_get_clients(reading)) == client, 'one server for the folder')
  for _, question in ipairs(questions) do
    vim.api.nvim_win_set_cursor(0, { question.line + 1, question.column })
    table.insert(seen.hovers, hover())
    vim.api.nvim_win_set_cursor(0, { question.line + 1, question.column })
    table.insert(seen.definitions, definition(reading))
  end

  vim.cmd('buffer ' .. faulty)
  vim.api.nvim_buf_set_lines(faulty, 0, 0, false, { 'A line before all[^late].', '' })
  wait('diagnostics after an edit', function() return #vim.diagnostic.get(faulty) == faults + 1 end)
  seen.edited = diagnostics(faulty)
  vim.cmd('silent undo')
  wait('diagnostics after undoing it', function() return #vim.diagnostic.get(faulty) == faults end)
  seen.undone = diagnostics(faulty)

  vim.lsp.stop_client(client)
  wait('the end of the server', function()
    local held = vim.lsp.get_client_by_id(client)
    return held == nil or held.is_stopped()
  end)
end

local ok, message = pcall(session)
if not ok then seen.failure = tostring(message) end
vim.fn.writefile({ vim.fn.json_encode(seen) }, os.getenv('SICETNON_SEEN'))
vim.cmd('qall!')
