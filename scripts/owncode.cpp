// SPDX-License-Identifier: GPL-3.0-or-later
// A plugin for clang-tidy 14: lets its checks see only the declarations of this project. By default they walk through
// all of Qt and the standard library for every file and drop what they find there; that is nine tenths of the time.
#include <clang-tidy/ClangTidyCheck.h>
#include <clang-tidy/ClangTidyModule.h>
#include <clang-tidy/ClangTidyModuleRegistry.h>
#include <clang/AST/ASTContext.h>
#include <clang/ASTMatchers/ASTMatchFinder.h>

namespace {

using namespace clang;

class OwnCode final : public tidy::ClangTidyCheck
{
public:
    using ClangTidyCheck::ClangTidyCheck;

    void registerMatchers(ast_matchers::MatchFinder* finder) override
    {
        finder->addMatcher(ast_matchers::translationUnitDecl().bind("unit"), this);
    }

    /// The unit is the first thing that is matched; its children are looked up after that.
    void check(const ast_matchers::MatchFinder::MatchResult& result) override
    {
        std::vector<Decl*> own;
        // Without loading: what comes from the precompiled header is not ours.
        for (Decl* decl : result.Nodes.getNodeAs<TranslationUnitDecl>("unit")->noload_decls())
            if (!result.SourceManager->isInSystemHeader(decl->getLocation()))
                own.push_back(decl);
        result.Context->setTraversalScope(own);
    }
};

class Module final : public tidy::ClangTidyModule
{
public:
    void addCheckFactories(tidy::ClangTidyCheckFactories& factories) override
    {
        factories.registerCheck<OwnCode>("argosy-own-code");
    }
};

const tidy::ClangTidyModuleRegistry::Add<Module> kModule("argosy", "What this project's checks look at.");

} // namespace
