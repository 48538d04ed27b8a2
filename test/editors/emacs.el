;;; Driven by emacs.test.ts: opens the fixture in eglot, as docs/editors.md sets it up, and writes down what it saw, as
;;; JSON. The environment names these settings, the workspace, the places to ask at and the file to write to.
(require 'eglot)
(require 'flymake)
(require 'json)
(require 'markdown-mode)
(require 'xref)

(defvar folder (getenv "SICETNON_WORKSPACE"))
(defvar faults (string-to-number (getenv "SICETNON_FAULTS")))
(defvar questions (json-parse-string (getenv "SICETNON_QUESTIONS") :object-type 'alist :array-type 'list))
(defvar patience 60.0)

(load (getenv "SICETNON_SETTINGS") nil t t)

(defun wait (what condition)
  "Serves the processes until CONDITION holds."
  (let ((end (+ (float-time) patience)) held)
    (while (not (setq held (funcall condition)))
      (when (> (float-time) end) (error "waited in vain for %s" what))
      (accept-process-output nil 0.02))
    held))

(defun text (name)
  "The buffer of the file NAME, taken care of by the server."
  (let ((buffer (find-file-noselect (expand-file-name name folder))))
    (with-current-buffer buffer
      (unless (derived-mode-p 'markdown-mode) (markdown-mode))
      (unless (eglot-current-server)
        (apply #'eglot (eglot--guess-contact)))
      (unless eglot--managed-mode (eglot--maybe-activate-editing-mode)))
    buffer))

(defun reported (buffer)
  "What the server reported last of BUFFER, as flymake has it."
  (with-current-buffer buffer
    ;; Without a screen no idle timer asks for them.
    (flymake-start)
    (mapcar (lambda (each)
              (let* ((words (flymake-diagnostic-text each))
                     (at (flymake-diagnostic-beg each)))
                ;; eglot writes `source [code]: message'.
                (string-match "\\`\\([a-z]+\\) \\[\\([a-z-]+\\)\\]: " words)
                `((code . ,(match-string 2 words))
                  (source . ,(match-string 1 words))
                  (line . ,(1- (line-number-at-pos at)))
                  (column . ,(save-excursion (goto-char at) (- at (line-beginning-position))))
                  (message . ,(substring words (match-end 0))))))
            (flymake-diagnostics))))

(defvar published (make-hash-table :test #'equal)
  "How many findings were published last, by name of the file.")

(cl-defmethod eglot-handle-notification :after
  (_server (_method (eql textDocument/publishDiagnostics)) &key uri diagnostics &allow-other-keys)
  (puthash (file-name-nondirectory uri) (length diagnostics) published))

(defun wait-for (count buffer)
  "The findings in BUFFER, once COUNT of them were published; overlays of earlier ones may be fewer after an edit."
  (let ((name (file-name-nondirectory (buffer-file-name buffer))))
    (wait (format "%d findings" count) (lambda () (eql (gethash name published) count))))
  (wait "flymake" (lambda () (= (length (reported buffer)) count)))
  (vconcat (reported buffer)))

(defun go-to (question)
  (goto-char (point-min))
  (forward-line (alist-get 'line question))
  ;; The column is in bytes.
  (goto-char (byte-to-position (+ (position-bytes (point)) (alist-get 'column question)))))

(defun hover ()
  "The words that eglot shows at point."
  (let (shown)
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq shown text)))
    (wait "a hover" (lambda () shown))
    (substring-no-properties shown)))

(defun definition (buffer)
  "The file and the line that `xref-find-definitions' leads to."
  (let* ((found (xref-backend-definitions 'eglot (xref-backend-identifier-at-point 'eglot)))
         (marker (xref-location-marker (xref-item-location (car found)))))
    (with-current-buffer (marker-buffer marker)
      (save-excursion
        (goto-char marker)
        `((file . ,(file-name-nondirectory buffer-file-name))
          (line . ,(buffer-substring-no-properties (line-beginning-position) (line-end-position))))))))

(defun session ()
  (let ((faulty (text "faults.md")) hovers definitions seen)
    (push (cons 'faults (wait-for faults faulty)) seen)
    (let ((reading (text "reading.md")))
      ;; What eglot is told is shown only in a window.
      (switch-to-buffer reading)
      (dolist (question questions)
        (go-to question)
        (push (hover) hovers)
        (push (definition reading) definitions)))
    (push (cons 'hovers (vconcat (nreverse hovers))) seen)
    (push (cons 'definitions (vconcat (nreverse definitions))) seen)
    (with-current-buffer faulty
      (buffer-enable-undo)
      (undo-boundary)
      (goto-char (point-min))
      (insert "A line before all[^late].\n\n")
      (undo-boundary)
      (run-hooks 'post-command-hook)
      (eglot--signal-textDocument/didChange)
      (push (cons 'edited (wait-for (1+ faults) faulty)) seen)
      (let ((last-command nil) (this-command 'undo)) (undo))
      (eglot--signal-textDocument/didChange)
      (push (cons 'undone (wait-for faults faulty)) seen)
      (eglot-shutdown (eglot-current-server)))
    (nreverse seen)))

(let ((seen (condition-case cause (session)
              (error `((failure . ,(error-message-string cause)))))))
  (let ((coding-system-for-write 'utf-8))
    (write-region (json-encode seen) nil (getenv "SICETNON_SEEN")))
  (kill-emacs))
